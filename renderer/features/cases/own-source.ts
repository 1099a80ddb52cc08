/** The source of cases that were written here by hand; the core gives it to cases without another. */
export const OWN_SOURCE = 'heirloom';
