const MARK = /[?？؟⁇‽՞፧](?=["'”’»›)\]）」』*_\s.:!]|\p{Extended_Pictographic}|$)/u;
/** A Greek question ends in a semicolon. */
const GREEK = /\p{Script=Greek}[^;]*[;;]\s*$/u;

const STARTS = new RegExp(
  `^(?:${[
    // en
    "how(?:'s|’s)?|what(?:'s|’s|'re|s)?|why|when|where(?:'s|’s)?|which|who(?:'s|’s|se|m)?|can|could|do|does|did|don['’]?t|doesn['’]?t|is|are|isn['’]?t|aren['’]?t|was|were|will|won['’]?t|would|should|shall|may|must|has|have|am|can['’]?t|i (?:can|get|have|am|want|need|cannot|don)|my|help(?=,| (?:me|my|with|please|i) )",
    'wie|was|warum|wieso|weshalb|wann|wo|woher|wohin|womit|wofür|wer|wen|wem|welche[rsnm]?|kann|können|darf|dürfen|muss|müssen|soll|sollte|ist|sind|gibt|hat|haben|wird|werden|brauche|funktioniert',
    "comment|pourquoi|quand|où|qui|que|quoi|quel(?:le)?s?|combien|est-ce|qu['’]est-ce|qu['’]|puis-je|peut-on|dois-je|faut-il|existe-t-il|y a-t-il|à quoi|mon|ma",
    '¿|cómo|qué|por qué|cuándo|dónde|quién(?:es)?|cuál(?:es)?|cuánt[oa]s?|puedo|se puede|debo|hay',
    'come|cosa|perché|quando|dove|chi|quale|quali|quanto|posso|devo|si può',
    'como|o que|por que|por quê|quando|onde|quem|qual|quais|quanto|posso|devo|é possível',
    'hoe|wat|waarom|wanneer|waar|wie|welke|kan|mag|moet|is er|zijn er',
    'как|что|почему|зачем|когда|где|куда|откуда|кто|какой|какая|какие|какое|сколько|можно|могу|чем|нужно',
    'jak|co|dlaczego|kiedy|gdzie|kto|który|która|czy|ile',
    'hur|vad|varför|när|var|vem|vilk(?:en|et|a)|kan|får|finns',
    'nasıl|ne|neden|niçin|nerede|kim|hangi|kaç',
    'هل|كيف|ما|ماذا|لماذا|متى|أين|اين|من|كم|أي',
    'האם|איך|כיצד|מה|למה|מדוע|מתי|איפה|היכן|מי|כמה|איזה|אילו',
    'چگونه|چرا|چه|آیا|کجا|کی',
  ].join('|')})(?=[\\s,'’]|$)`,
  'iu',
);
/** How scripts ask that have no question mark, or have it within a word. */
const UNMARKED =
  /(?:か|かな|のか|ですか|ますか|方法|とは)[。.]?\s*$|\p{Script=Armenian}՞|^ทำไม|(?:อย่างไร|ไหม|มั้ย|หรือไม่|หรือยัง|เมื่อไรห?่?|เมื่อไหร่|ที่ไหน|อะไร(?:บ้าง)?|เท่าไร|เท่าไหร่|ใคร|ยังไง)(?:คะ|ครับ)?\s*$|^(?:如何|怎么|怎麼|怎样|怎樣|为什么|為什麼|为何|什么|什麼|哪|谁|誰|是否|能否|可否|可以|有没有|有沒有|なぜ|どう|どの|どこ|いつ|だれ|誰|何)|(?:吗|嗎|呢|么|麼)[。.]?\s*$|(?:까요?|나요|가요|는지요?)[.。]?\s*$/u;

/** How much a line reads like a question: 1 with a question mark, 0.6 when it only begins like one, else 0. */
export function asks(text: string): number {
  const line = text.trim();
  if (line === '' || line.length > 600) return 0;
  if (MARK.test(withoutAddresses(line)) || GREEK.test(line)) return endsAsking(line) ? 1 : 0.8;
  if (/^¿/.test(line)) return 1;
  if (UNMARKED.test(line)) return 0.7;
  const words = line.split(/\s+/).length;
  return words >= 3 && words <= 40 && STARTS.test(line.replace(/^["'“‘«(*]+/, '')) && !/[:;,]$/.test(line)
    ? 0.6
    : 0;
}

/** The line ends in its question mark, or in a short remark after it: "(Windows only)". */
export function endsAsking(text: string): boolean {
  return /[?？؟⁇‽՞፧;][\s"'”’»›)\]）」』*_.:!\p{Extended_Pictographic}]*\uFE0F?\s*(?:[([（][^()[\]]{1,60}[)\]）]\s*)?$/u.test(
    text.trim(),
  );
}

function withoutAddresses(line: string): string {
  return line.includes('//') ? line.replace(/\w+:\/\/\S+/g, ' ') : line;
}
