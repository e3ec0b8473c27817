/** How wide generated code is: what does not fit stands on several lines. */
export const width = 120;
