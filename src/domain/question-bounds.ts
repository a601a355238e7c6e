/** Longer than any question and short enough for every platform's input. In UTF-16 units. */
export const longestQuestion = 1_000;
