/** The few words that the importer itself needs in a book. */
interface OwnWords {
  readonly introduction: string;
  readonly questions: string;
  readonly noAnswer: string;
  readonly provisional: string;
}

/** The words of each language, apart by bars: introduction, questions, no answer, provisional numbers. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'Introduction|Questions|The source has no answer to this question.|Provisional numbers',
  de: 'Einleitung|Fragen|Die Vorlage hat keine Antwort auf diese Frage.|Vorläufige Nummern',
  fr: 'Introduction|Questions|La source ne répond pas à cette question.|Numéros provisoires',
  es: 'Introducción|Preguntas|La fuente no responde a esta pregunta.|Números provisionales',
  it: 'Introduzione|Domande|La fonte non risponde a questa domanda.|Numeri provvisori',
  pt: 'Introdução|Perguntas|A fonte não responde a esta pergunta.|Números provisórios',
  nl: 'Inleiding|Vragen|De bron geeft geen antwoord op deze vraag.|Voorlopige nummers',
  ru: 'Введение|Вопросы|В источнике нет ответа на этот вопрос.|Предварительные номера',
  ar: 'مقدمة|الأسئلة|لا توجد في المصدر إجابة عن هذا السؤال.|أرقام مؤقتة',
  he: 'מבוא|שאלות|במקור אין תשובה לשאלה זו.|מספרים זמניים',
  ja: 'はじめに|質問|元の文書にはこの質問の答えがありません。|仮の番号',
  zh: '引言|问题|原文没有回答这个问题。|临时编号',
  'zh-Hant': '引言|問題|原文沒有回答這個問題。|臨時編號',
  ko: '소개|질문|원문에 이 질문의 답이 없습니다.|임시 번호',
};

/** The importer's own words in a language; in English where it does not know the language. */
export function ownWords(language: string): OwnWords {
  const words = WORDS[language] ?? WORDS[language.split('-')[0] ?? ''] ?? WORDS.en ?? '';
  const [introduction = '', questions = '', noAnswer = '', provisional = ''] = words.split('|');
  return { introduction, questions, noAnswer, provisional };
}
