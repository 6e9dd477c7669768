/** What a column or key can hold. */
export interface Fields {
  readonly question?: string;
  readonly answer?: string;
  readonly number?: string;
  readonly id?: string;
  readonly chapter?: string;
  readonly topics?: string;
}

const NAMES: Readonly<Record<keyof Fields, readonly string[]>> = {
  question: [
    'question',
    'questions',
    'q',
    'faq',
    'frage',
    'pregunta',
    'pregunta frecuente',
    'domanda',
    'pergunta',
    'vraag',
    'вопрос',
    'питання',
    'pytanie',
    'fraga',
    'fråga',
    'soru',
    'سؤال',
    'السؤال',
    'שאלה',
    'השאלה',
    '質問',
    '問題',
    '问题',
    '질문',
    'title',
    'heading',
    'prompt',
    'query',
    'name',
  ],
  answer: [
    'answer',
    'answers',
    'a',
    'response',
    'reply',
    'antwort',
    'reponse',
    'réponse',
    'respuesta',
    'risposta',
    'resposta',
    'antwoord',
    'ответ',
    'відповідь',
    'odpowiedz',
    'odpowiedź',
    'svar',
    'cevap',
    'yanıt',
    'جواب',
    'الجواب',
    'الإجابة',
    'إجابة',
    'תשובה',
    'התשובה',
    '回答',
    '答え',
    '答案',
    '답변',
    'acceptedanswer',
    'content',
    'body',
    'description',
    'text',
    'html',
    'markdown',
  ],
  number: [
    'number',
    'no',
    'nr',
    'num',
    'no.',
    '#',
    'n',
    'nummer',
    'numero',
    'número',
    'n°',
    'номер',
    '番号',
    '编号',
    '번호',
    'رقم',
    'מספר',
    'position',
    'order',
    'sort',
    'index',
  ],
  id: ['id', 'faq id', 'question id', 'faqid', 'slug', 'key', 'anchor', 'uid', 'permalink'],
  chapter: [
    'chapter',
    'category',
    'section',
    'group',
    'kapitel',
    'rubrik',
    'kategorie',
    'bereich',
    'catégorie',
    'categorie',
    'rubrique',
    'chapitre',
    'categoría',
    'categoria',
    'capítulo',
    'sección',
    'раздел',
    'категория',
    'カテゴリ',
    '分類',
    '分类',
    '类别',
    '카테고리',
    'فئة',
    'القسم',
    'קטגוריה',
    'פרק',
    'topic',
    'theme',
    'class',
    'klasse',
    'thema',
    'subject',
    'area',
    'module',
    'department',
    'product',
    'collection',
  ],
  topics: ['tags', 'topics', 'keywords', 'labels', 'schlagworte', 'étiquettes', 'etiquetas'],
};

/** Reads `question=query,answer=response`; undefined when it names no field. */
export function readColumns(text: string): Fields | undefined {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const known = pairs.every(([field = '', name = '']) => field in NAMES && name !== '');
  return known ? (Object.fromEntries(pairs) as Fields) : undefined;
}

/** Which of some names holds what, by how columns and keys are called in many languages, or as `given`; the better name wins. */
export function fieldsOf(names: readonly string[], given: Fields = {}): Fields {
  const found: Partial<Record<keyof Fields, string>> = {};
  const taken = new Set<string>();
  for (const [field, wish] of Object.entries(given)) {
    const name = names.find((one) => plain(one) === plain(wish));
    if (name === undefined) continue;
    found[field as keyof Fields] = name;
    taken.add(name);
  }
  const whole = new Map<string, string[]>();
  const byWord = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const words = plain(name);
    addTo(whole, words, name);
    for (const word of new Set(words.split(' '))) addTo(byWord, word, name);
  }
  const free = (some: readonly string[] = []) => some.find((name) => !taken.has(name));
  for (const field of Object.keys(NAMES) as (keyof Fields)[]) {
    const best = NAMES[field]
      .map((wish) => free(whole.get(wish)) ?? (wish.length > 3 ? free(byWord.get(wish)) : undefined))
      .find((name) => name !== undefined);
    if (best === undefined || found[field] !== undefined) continue;
    found[field] = best;
    taken.add(best);
  }
  return found;
}

function addTo(map: Map<string, string[]>, key: string, name: string): void {
  const known = map.get(key);
  if (known) known.push(name);
  else map.set(key, [name]);
}

function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/[:*]/g, '')
    .trim();
}
