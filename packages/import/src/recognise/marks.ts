import { plainSigns } from '@octavo/core/read';

/** Words that stand before a question's number or colon; of those that begin alike the longest comes first. */
const QUESTION_WORDS = `Questions?|Question|Quest|Frage|Fråga|Spørgsmål|Vraag|Pregunta|Pergunta|Domanda|Pytanie|Otázka|Soru|Вопрос|Питання|Ερώτηση|السؤال|سؤال|שאלה|پرسش|प्रश्न|প্রশ্ন|Հարց|คำถาม|ถาม|Câu hỏi|Hỏi|Pertanyaan|Kysymys|Kérdés|Întrebare|質問|問題|问题|质问|问|問|질문|문|FAQ|Qn|Q`;
export const ANSWER_WORDS = `Answer|Ans|Antwort|Svar|Antwoord|Réponse|Reponse|Respuesta|Resposta|Risposta|Odpowiedź|Odpověď|Cevap|Yanıt|Ответ|Відповідь|Απάντηση|الإجابة|إجابة|الجواب|جواب|תשובה|پاسخ|उत्तर|উত্তর|Պատասխան|คำตอบ|ตอบ|Trả lời|Đáp|Jawaban|Vastaus|Válasz|Răspuns|回答|答え|答案|答|답변|답`;
/** Letters that mean "question" or "answer" with a colon only. */
const QUESTION_LETTERS = 'F|D|P|T(?=\\s*\\d{0,4}\\s*[:：]\\s*\\p{L})|V|В|П|Ε|Հ|س|ش|پ|ש|S|प्र';
const ANSWER_LETTERS = 'A|J|R|О|Α|Պ|ج|ת|C|उ';

// White space never stands beside white space in these: where a match fails, each space is tried once.
const OPENING = '\\s*(?:[\\[(【]\\s*)?';
const SEPARATOR = '[:：.．)）、\\-–—>]';
const DIGITS = '\\d{1,6}(?:[.\\-]\\d{1,4}){0,5}[A-Za-z]?';

/** Matches the mark of a question: `Q:`, `Q12.`, `Question 3 -`, `[Q 1.2]`, `問1：`. Its groups are the word and the number. */
export const QUESTION_MARK: RegExp = new RegExp(
  `^${OPENING}(?:(${QUESTION_WORDS})\\s*(?:[.#№]\\s*)?(?:(${DIGITS})\\s*)?(?:[\\])】]\\s*${SEPARATOR}*|${SEPARATOR}+(?!\\d)|(?<=\\d[A-Za-z]?)(?=\\s))|(${QUESTION_LETTERS})\\s*(?:(\\d{1,4})\\s*)?[:：])\\s*`,
  'iu',
);

/** Matches the mark of an answer: `A:`, `Answer 12:`, `答：`. */
export const ANSWER_MARK: RegExp = new RegExp(
  `^${OPENING}(?:(?:${ANSWER_WORDS})\\s*(?:[.#]\\s*)?(?:${DIGITS}\\s*)?(?:[\\])】]\\s*[:：.]*|[:：]+|[.．)）、]+(?=\\s)|\\s-(?=\\s))|(?:${ANSWER_LETTERS})\\s*(?:${DIGITS}\\s*)?(?:[:：]|[.)](?=\\s)))\\s*`,
  'u',
);

/** Digits and separators of other scripts as ASCII, letter for letter, so that positions stay. */
export function toAscii(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return plainSigns(text.replace(/[\u00a0\u3000]/g, ' ').replace(/。(?=[\s\S])/g, '.'));
}
