import { groupBy } from '@octavo/core';
import { FIELD_NAMES, type Fields } from '../model/fields.ts';

type Field = keyof Fields;

/** How columns and keys are called in many languages, the surest names first. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  question:
    listed(`question, questions, q, faq, frage, pregunta, pregunta frecuente, domanda, pergunta, vraag, вопрос,
    питання, pytanie, fraga, fråga, soru, سؤال, السؤال, שאלה, השאלה, 質問, 問題, 问题, 질문, title, heading, prompt, query, name`),
  answer:
    listed(`answer, answers, a, response, reply, antwort, reponse, réponse, respuesta, risposta, resposta,
    antwoord, ответ, відповідь, odpowiedz, odpowiedź, svar, cevap, yanıt, جواب, الجواب, الإجابة, إجابة, תשובה, התשובה,
    回答, 答え, 答案, 답변, acceptedanswer, content, body, description, text, html, markdown`),
  number:
    listed(`number, no, nr, num, no., #, n, nummer, numero, número, n°, номер, 番号, 编号, 번호, رقم, מספר,
    position, order, sort, index`),
  id: listed('id, faq id, question id, faqid, slug, key, anchor, uid, permalink'),
  chapter:
    listed(`chapter, category, section, group, kapitel, rubrik, kategorie, bereich, catégorie, categorie, argomento, tema, assunto, temat, dział, onderwerp, ämne, aihe, konu, тема,
    rubrique, chapitre, categoría, categoria, capítulo, sección, раздел, категория, カテゴリ, 分類, 分类, 类别, 카테고리,
    فئة, القسم, קטגוריה, פרק, topic, theme, class, klasse, thema, subject, area, module, department, product, collection, parent id, folder id`),
  topics: listed('tags, topics, keywords, labels, label names, schlagworte, étiquettes, etiquetas'),
  address: listed('html url, article url, page url, web url, url, link'),
};

function listed(names: string): readonly string[] {
  return names.split(/,\s+/);
}

/** Reads `question=query,answer=response`; undefined when it names no field. */
export function readColumns(text: string): Fields | undefined {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const known = pairs.every(([field = '', name = '']) => field in NAMES && name !== '');
  return known ? (Object.fromEntries(pairs) as Fields) : undefined;
}

/** Which of some names holds what: as `given` says, or by how columns and keys are called; the surer name wins. */
export function fieldsOf(names: readonly string[], given: Fields = {}): Fields {
  const found: Partial<Record<Field, string>> = {};
  const taken = new Set<string>();
  const take = (field: Field, name: string | undefined) => {
    if (name === undefined || found[field] !== undefined) return;
    found[field] = name;
    taken.add(name);
  };
  for (const [field, wish] of Object.entries(given))
    take(
      field as Field,
      names.find((one) => plain(one) === plain(wish ?? '')),
    );
  const distinct = [...new Set(names)];
  const whole = groupBy(distinct, plain);
  const byWord = groupBy(
    distinct.flatMap((name) => [...new Set(plain(name).split(' '))].map((word) => ({ word, name }))),
    ({ word }) => word,
  );
  const isFree = (name: string) => !taken.has(name);
  // The name of what is told about a thing is none of the thing: `content_tag_ids`, `title_url`.
  const isWhole = (name: string) => isFree(name) && !/ (?:ids?|url|at|count|date|locale)$/.test(plain(name));
  for (const field of FIELD_NAMES)
    for (const wish of NAMES[field]) {
      const exact = whole.get(wish)?.find(isFree);
      const inWords =
        wish.length > 3
          ? byWord.get(wish)?.find(({ name }) => isWhole(name) || isFiled(field, name))?.name
          : undefined;
      if (found[field] === undefined) take(field, exact ?? inWords);
    }
  return found;
}

/** `section_id` says where something is filed. */
function isFiled(field: Field, name: string): boolean {
  return field === 'chapter' && / id$/.test(plain(name));
}

function plain(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[_-]+/g, ' ')
    .replace(/[:*]|\.$/g, '')
    .trim();
}
