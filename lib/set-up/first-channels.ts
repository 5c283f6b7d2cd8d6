/** The ways to hold a conversation that a new team can choose from, in order; whoever logs adds more by typing. */
export const firstChannels: readonly string[] = ["Phone", "Visit", "E-mail", "Meeting", "Message"];
