// Texts of the board page, in English.
export default {
} as const;
