/*
 * The words of a text, as the search sees them: the same for building the index and for asking it,
 * in Node (CommonJS) and in the browser (a classic script that sets octavoWords).
 *
 * Case, accents, vowel points and letter variants are levelled. Scripts written without spaces are
 * cut into single characters and pairs: unlike a dictionary segmenter that gives the same words in
 * every browser and every version of Node, so that what was indexed can be found.
 */
(function (scope) {
  'use strict';
  var MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
  var UNSPACED =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]+/gu;
  var WORD = /\p{N}+(?:\.\p{N}+)+\p{L}*|[\p{L}\p{N}\p{M}]+/gu;

  function level(text) {
    return text
      .normalize('NFKD')
      .replace(MARKS, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/ß/g, 'ss')
      .replace(/[æœøđłı]/g, function (letter) {
        return { æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' }[letter];
      })
      .replace(/\u0649/g, '\u064a')
      .replace(/\u0629/g, '\u0647')
      .replace(/['\u2019\u02bc\u200c\u200d]/g, '');
  }

  function words(text) {
    var found = [];
    var spaced = level(text).replace(UNSPACED, function (run) {
      var letters = Array.from(run);
      for (var i = 0; i < letters.length; i++) {
        if (letters.length === 1 || i + 1 === letters.length) found.push(letters[i]);
        else found.push(letters[i], letters[i] + letters[i + 1]);
      }
      return ' ';
    });
    return found.concat(spaced.match(WORD) || []);
  }

  /* Hits in the order to show: what is withdrawn comes last, unless its very number was asked for. */
  words.order = function (hits, wanted) {
    var last = function (hit) {
      return hit.gone === true && hit.id !== wanted;
    };
    return hits
      .filter(function (hit) {
        return !last(hit);
      })
      .concat(hits.filter(last));
  };

  if (typeof module === 'object' && module.exports) module.exports = words;
  else scope.octavoWords = words;
})(typeof globalThis === 'undefined' ? this : globalThis);
