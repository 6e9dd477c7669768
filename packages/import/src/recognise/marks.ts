/** Words that stand before a question's number or colon, longest first. */
const QUESTION_WORDS = [
  'Questions?',
  'Question',
  'Quest',
  'Frage',
  'Fråga',
  'Spørgsmål',
  'Vraag',
  'Pregunta',
  'Pergunta',
  'Domanda',
  'Pytanie',
  'Otázka',
  'Soru',
  'Вопрос',
  'Питання',
  'Ερώτηση',
  'السؤال',
  'سؤال',
  'שאלה',
  'پرسش',
  'प्रश्न',
  '質問',
  '問題',
  '问题',
  '质问',
  '问',
  '問',
  '질문',
  'FAQ',
  'Qn',
  'Q',
];
const ANSWER_WORDS = [
  'Answer',
  'Ans',
  'Antwort',
  'Svar',
  'Antwoord',
  'Réponse',
  'Reponse',
  'Respuesta',
  'Resposta',
  'Risposta',
  'Odpowiedź',
  'Odpověď',
  'Cevap',
  'Yanıt',
  'Ответ',
  'Відповідь',
  'Απάντηση',
  'الإجابة',
  'إجابة',
  'الجواب',
  'جواب',
  'תשובה',
  'پاسخ',
  'उत्तर',
  '回答',
  '答え',
  '答案',
  '答',
  '답변',
  '답',
];
/** Letters that mean "question" or "answer" with a colon only. */
const QUESTION_LETTERS = ['F', 'D', 'P', 'V', 'В', 'П', 'س', 'ش', 'ש', 'S'];
const ANSWER_LETTERS = ['A', 'R', 'О', 'ج', 'ת', 'C'];

// White space never stands beside white space in these: where a match fails, each space is tried once.
const OPENING = '\\s*(?:[\\[(【]\\s*)?';
const SEPARATOR = '[:：.．)）、\\-–—>]';
const DIGITS = '\\d{1,6}(?:[.\\-]\\d{1,4}){0,5}[A-Za-z]?';

/** A question's mark: `Q:`, `Q12.`, `Question 3 -`, `[Q 1.2]`, `問1：`. Groups: word, number. */
export const QUESTION_MARK: RegExp = new RegExp(
  `^${OPENING}(?:(${QUESTION_WORDS.join('|')})\\s*(?:[.#№]\\s*)?(?:(${DIGITS})\\s*)?(?:[\\])】]\\s*${SEPARATOR}*|${SEPARATOR}+(?!\\d)|(?<=\\d[A-Za-z]?)(?=\\s))|(${QUESTION_LETTERS.join('|')})\\s*(?:(\\d{1,4})\\s*)?[:：])\\s*`,
  'iu',
);

/** An answer's mark: `A:`, `Answer 12:`, `答：`. */
export const ANSWER_MARK: RegExp = new RegExp(
  `^${OPENING}(?:(?:${ANSWER_WORDS.join('|')})\\s*(?:[.#]\\s*)?(?:${DIGITS}\\s*)?(?:[\\])】]\\s*[:：.]*|[:：]+|[.．)）、]+(?=\\s)|\\s-(?=\\s))|(?:${ANSWER_LETTERS.join('|')})\\s*(?:${DIGITS}\\s*)?(?:[:：]|[.)](?=\\s)))\\s*`,
  'u',
);

/** Digits and separators of other scripts as ASCII, letter for letter, so that positions stay. */
export function toAscii(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[٠-٩]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0660 + 48))
    .replace(/[۰-۹]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x06f0 + 48))
    .replace(/[०-९]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0966 + 48))
    .replace(/[Ａ-Ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[：]/g, ':')
    .replace(/[．。](?=\s|\S)/g, '.')
    .replace(/[）]/g, ')')
    .replace(/[（]/g, '(')
    .replace(/\u00a0|\u3000/g, ' ');
}
