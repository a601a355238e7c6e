/** البناؤون, ناشطون: the plural of people as the subject of a verb has it. */
export const isSubjectPlural = (text: string): boolean => /^(?:ال)?\p{L}{2,}ون$/u.test(text);

/** الطرفين, المسؤولين: two or many as its object or behind a preposition. */
export const isObjectPlural = (text: string): boolean => /\p{L}{4}ين$/u.test(text);

/** The forms of verbal nouns that no other noun has: إقالة, إغلاق, تعليق, استبدال, انسحاب; of a folded word. */
export const isVerbalNounForm = (word: string): boolean =>
	/^(?:ا\p{L}{2,4}ا\p{L}|ا\p{L}ا\p{L}ه|ت\p{L}{2}ي\p{L})$/u.test(word);

/** متضرر, المكلف, folded: what somebody is or does, as a participle says it. */
export const isParticipleForm = (word: string): boolean => /^(?:ال)?م\p{L}{3}/u.test(word);

/** بشدة, بسرعة, folded: how something is done, in one word. */
export const isMannerForm = (word: string): boolean => /^ب\p{L}+ه$/u.test(word);

/** الصلاحية, folded: a noun that is made of an adjective, which surnames with an article seldom are. */
export const endsAsAbstractNoun = (word: string): boolean => word.endsWith("يه");

/** What stands before a word, بـ, وبـ, فبـ: the clitics that a word begins with, or the word itself. */
export const leadsBy = (text: string): boolean => /^[وف]?ب/u.test(text);
