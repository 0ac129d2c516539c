/**
 * Text of files from anybody as a terminal may show it: signs that would move its cursor, clear it or name its window stand as JSON
 * writes them ("\u001b"), so that JSON stays what it is. Line ends and tabs stay.
 */
export const harmless = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
