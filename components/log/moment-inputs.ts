/** When it was, in the forms that log and correct: a day of follow-up may hide there, which only its choice asks for. */
export const momentInputs = "[name=date], [name=time]";
