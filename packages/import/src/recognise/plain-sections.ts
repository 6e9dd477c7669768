import { plainKey } from '../model/text-of.ts';

const NAMES = new Set(
  `introduction|intro|overview|about|about this (?:faq|document|page)|preface|foreword|abstract|summary|background|preamble|purpose|scope|audience|notation|conventions|terminology|glossary|definitions|
license|licence|licensing|copyright|copyright notice|legal|legal notice|disclaimer|trademarks|credits|acknowledge?ments?|thanks|authors?|contributors?|maintainers?|contributing|contact|contact us|contacts|feedback|
references|see also|further reading|more information|additional resources|resources|useful links|links|related|related links|related pages|external links|bibliography|footnotes|notes|appendix|changelog|change log|history|revision history|versions?|release notes|
einleitung|einführung|vorwort|über|impressum|kontakt|lizenz|danksagung|weiterführende links|siehe auch|quellen|anhang|
avant propos|préface|à propos|licence|contact|remerciements|voir aussi|références|liens|annexe|
introducción|prefacio|acerca de|licencia|contacto|agradecimientos|véase también|ver también|referencias|enlaces|
introduzione|prefazione|licenza|contatti|ringraziamenti|riferimenti|introdução|licença|contato|referências|
введение|предисловие|лицензия|контакты|благодарности|ссылки|см также|
مقدمة|المقدمة|اتصل بنا|المراجع|הקדמה|מבוא|צור קשר|רישיון|はじめに|序文|概要|ライセンス|連絡先|お問い合わせ|謝辞|参考文献|参考|关于|前言|简介|许可证|联系我们|致谢|参考资料|相关链接`
    .replace(/\n/g, '')
    .split('|')
    .filter((name) => !name.includes('(')),
);
const FORMS = /^(?:about this (?:faq|document|page|guide)|table of contents|contents)$/;

/** Whether a heading is one that books have beside their questions: introduction, licence, contact. */
export function isPlainSection(title: string): boolean {
  const key = plainKey(title).replace(/^\d+(?: \d+)* /, '');
  return NAMES.has(key) || FORMS.test(key);
}
