/** Said of a field nobody sees, so it is told of the form as a whole: it was not sent by a page as it is now. */
export const incompleteForm = "This form is incomplete. Open its page again.";
