/** The few words that the importer itself needs in a book, by language; English otherwise. */
interface OwnWords {
  readonly introduction: string;
  readonly questions: string;
  readonly noAnswer: string;
  readonly provisional: string;
}

const WORDS: Readonly<Record<string, OwnWords>> = {
  en: {
    introduction: 'Introduction',
    questions: 'Questions',
    noAnswer: 'The source has no answer to this question.',
    provisional: 'Provisional numbers',
  },
  de: {
    introduction: 'Einleitung',
    questions: 'Fragen',
    noAnswer: 'Die Vorlage hat keine Antwort auf diese Frage.',
    provisional: 'Vorläufige Nummern',
  },
  fr: {
    introduction: 'Introduction',
    questions: 'Questions',
    noAnswer: 'La source ne répond pas à cette question.',
    provisional: 'Numéros provisoires',
  },
  es: {
    introduction: 'Introducción',
    questions: 'Preguntas',
    noAnswer: 'La fuente no responde a esta pregunta.',
    provisional: 'Números provisionales',
  },
  it: {
    introduction: 'Introduzione',
    questions: 'Domande',
    noAnswer: 'La fonte non risponde a questa domanda.',
    provisional: 'Numeri provvisori',
  },
  pt: {
    introduction: 'Introdução',
    questions: 'Perguntas',
    noAnswer: 'A fonte não responde a esta pergunta.',
    provisional: 'Números provisórios',
  },
  nl: {
    introduction: 'Inleiding',
    questions: 'Vragen',
    noAnswer: 'De bron geeft geen antwoord op deze vraag.',
    provisional: 'Voorlopige nummers',
  },
  ru: {
    introduction: 'Введение',
    questions: 'Вопросы',
    noAnswer: 'В источнике нет ответа на этот вопрос.',
    provisional: 'Предварительные номера',
  },
  ar: {
    introduction: 'مقدمة',
    questions: 'الأسئلة',
    noAnswer: 'لا توجد في المصدر إجابة عن هذا السؤال.',
    provisional: 'أرقام مؤقتة',
  },
  he: {
    introduction: 'מבוא',
    questions: 'שאלות',
    noAnswer: 'במקור אין תשובה לשאלה זו.',
    provisional: 'מספרים זמניים',
  },
  ja: {
    introduction: 'はじめに',
    questions: '質問',
    noAnswer: '元の文書にはこの質問の答えがありません。',
    provisional: '仮の番号',
  },
  zh: {
    introduction: '引言',
    questions: '问题',
    noAnswer: '原文没有回答这个问题。',
    provisional: '临时编号',
  },
  'zh-Hant': {
    introduction: '引言',
    questions: '問題',
    noAnswer: '原文沒有回答這個問題。',
    provisional: '臨時編號',
  },
  ko: {
    introduction: '소개',
    questions: '질문',
    noAnswer: '원문에 이 질문의 답이 없습니다.',
    provisional: '임시 번호',
  },
};

/** The importer's own words in a language. */
export function ownWords(language: string): OwnWords {
  return WORDS[language] ?? WORDS[language.split('-')[0] ?? ''] ?? (WORDS.en as OwnWords);
}
