/*
 * The search itself, without a page: the same in Node (CommonJS) and in the browser (a classic script that
 * sets octavoEngine). It is given what can be found, cuts it into words, and ranks by BM25F: a word in the
 * title, among the terms and in the text are weighed as one (Robertson and Zaragoza, 2009). A word of the
 * query stands for all words of its stem; for those it begins, while it is being typed; and, where the book
 * has no such word, for the nearest that it has (Damerau's distance).
 *
 * Case, accents, vowel points and letter variants are levelled. Scripts written without spaces are cut into
 * single characters and pairs: unlike a dictionary segmenter that gives the same words in every browser.
 */
(function (scope) {
  'use strict';
  var MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
  var UNSPACED =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]+/gu;
  /* A number with dots; what programs call things (C++, C#, --flag, .env, node.js, to_date); a word. */
  var WORD =
    /\p{N}+(?:\.\p{N}+)+\p{L}*|(?<![\p{L}\p{N}])(?:--?|[.@$])(?=\p{L})[\p{L}\p{N}\p{M}_-]+|[\p{L}\p{N}\p{M}]+(?:\+\+|#(?![\p{L}\p{N}]))|[\p{L}\p{N}\p{M}]+(?:['’\-_./:&][\p{L}\p{N}\p{M}]+)*/gu;
  var PARTS = /\p{N}+(?:\.\p{N}+)+|[\p{L}\p{N}\p{M}]+/gu;
  var NUMBER = /(^|[^\p{L}\p{N}.])(\d+(?:\.\d+)*\p{L}{0,2})(?![\p{L}\p{N}]|\.\d)/gu;
  var RANGE = /(?<![\p{L}\p{N}.-])\d+\s?[-\u2013\u2014]\s?\d+(?![\p{L}\p{N}.-])/gu;
  var LETTERS = { æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ß: 'ss', '\u0649': '\u064a', '\u0629': '\u0647' };
  /* How much a field counts, and how much its length does. */
  var FIELDS = [
    { name: 'title', weight: 4, length: 0.5 },
    { name: 'terms', weight: 2.5, length: 0.3 },
    { name: 'text', weight: 1, length: 0.75 },
  ];
  var SATURATION = 1.2;
  var OTHERS = 0.4;
  /* How well a word stands for another that means much the same. */
  var ALIKE = 0.5;

  function level(text) {
    return text
      .normalize('NFKD')
      .replace(MARKS, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[æœøđłıß\u0649\u0629]/g, function (letter) {
        return LETTERS[letter];
      })
      .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, function (digit) {
        return ((digit.charCodeAt(0) - (digit > '\u0965' ? 6 : 0)) & 15).toString();
      })
      .replace(/['\u2019\u02bc\u200c\u200d]/g, '');
  }

  /* A number however it is typed, with or without its signs and spaces: UG3.1.6A, 14A, 12-3. */
  function bare(text) {
    return level(text)
      .replace(/[^\p{L}\p{N}.]+(?!\p{N})|(?<!\p{N})[^\p{L}\p{N}.]+/gu, '')
      .replace(/[^\p{L}\p{N}.]+/gu, '-')
      .replace(/^\.+|\.+$/g, '')
      .toUpperCase();
  }

  /* The words of a text as they are written: of what is joined, the whole, its parts and them in one word. */
  function words(text) {
    var found = [];
    var spaced = text.normalize('NFKC').replace(UNSPACED, function (run) {
      var letters = Array.from(run);
      letters.forEach(function (letter, at) {
        found.push(letter);
        if (at + 1 < letters.length) found.push(letter + letters[at + 1]);
      });
      return ' ';
    });
    (spaced.match(WORD) || []).forEach(function (word) {
      if (/['’]/.test(word)) word = word.replace(/['’]s?/g, '');
      var parts = word.match(PARTS) || [];
      found.push.apply(found, parts);
      if (parts.length > 1) found.push(parts.join(''));
      if (parts.length > 1 || (parts[0] && parts[0] !== word)) found.push(word);
    });
    return found;
  }

  /* Damerau's distance of two words, no more than `most`: letters left out, put in, changed or swapped. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before = [];
    var last = [];
    var row = [];
    for (var j = 0; j <= b.length; j++) last[j] = j;
    for (var i = 1; i <= a.length; i++) {
      row = [i];
      var least = i;
      for (j = 1; j <= b.length; j++) {
        var change = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  function allowed(word) {
    return word.length < 4 || /[^\p{L}]/u.test(word) ? 0 : word.length < 8 ? 1 : 2;
  }

  /*
   * `language`: the function that finds a stem, and the words that say nothing. `cited`: words that only
   * lead up to a number. What can be found is added as { title, terms, text, number, other, gone … }.
   */
  function create(language, cited) {
    var stem = language.stem || String;
    var stop = new Set((language.stop || []).map(level));
    var leads = new Set((cited || []).flatMap(words).map(level));
    var all = [];
    var numbers = new Map();
    var stems = new Map();
    var known = new Map();
    /* Stems that are side by side. */
    var pairs = new Set();
    /* Other stems that mean much the same, by stem. */
    var alike = new Map();
    (language.alike || []).forEach(function (group) {
      var family = group.split(' ').map(function (word) {
        return look(word).stem;
      });
      family.forEach(function (one) {
        alike.set(one, (alike.get(one) || []).concat(family));
      });
    });
    /* Whether there are numbers such as UG-3.1.6A and § 14a, which are more than digits with a letter. */
    var built = false;
    var lengths = FIELDS.map(function () {
      return 0;
    });

    /* A word's stem, and where that is: for each place how often in each field. */
    function look(word) {
      var found = known.get(word);
      if (found) return found;
      var flat = level(word);
      found = { word: flat, stem: level(stem(word.toLowerCase())), shout: /^\p{Lu}{2,}$/u.test(word) };
      known.set(word, found);
      return found;
    }

    function add(item) {
      var place = all.length;
      var tokens = FIELDS.map(function (field) {
        return words(item[field.name] || '').map(look);
      });
      all.push({ item: item, tokens: tokens });
      tokens.forEach(function (list, field) {
        lengths[field] += list.length;
        list.forEach(function (token, at) {
          var family = stems.get(token.stem);
          if (!family) stems.set(token.stem, (family = { words: new Set(), places: new Map() }));
          family.words.add(token.word);
          if (token.shout) family.shout = true;
          pairs.add(list[at - 1] && list[at - 1].stem + ' ' + token.stem);
          var counts = family.places.get(place);
          if (!counts) family.places.set(place, (counts = [0, 0, 0]));
          counts[field]++;
        });
      });
      (item.numbers || []).forEach(function (number) {
        if (!/^\d+(?:\.\d+)*[A-Z]{0,2}$/.test(number)) built = true;
        numbers.set(bare(String(number)), place);
      });
    }

    function rarity(count) {
      return Math.log(1 + (all.length - count + 0.5) / (count + 0.5));
    }

    /* The families of stems that a word of the query stands for, each with how well. */
    function meant(word, typing, alone) {
      var token = look(word);
      var found = new Map();
      var own = stems.get(token.stem);
      if (own) found.set(own, own.words.has(token.word) ? 1 : 0.9);
      /* Being typed, or shortened ("pub/sub"): two letters begin too many words to say anything among others. */
      if (token.word.length > 2 ? typing || !own : typing && alone)
        stems.forEach(function (family) {
          if (family === own) return;
          family.words.forEach(function (other) {
            if (other.startsWith(token.word)) found.set(family, Math.max(found.get(family) || 0, 0.4 + (0.4 * token.word.length) / other.length));
          });
        });
      var most = found.size ? 0 : allowed(token.word);
      for (var step = 1; step <= most && !found.size; step++)
        stems.forEach(function (family) {
          family.words.forEach(function (other) {
            if (Math.abs(other.length - token.word.length) > step || allowed(other) < step) return;
            /* Few begin a word wrong, but for its first two letters. */
            if (other[0] !== token.word[0] && (other[0] !== token.word[1] || other[1] !== token.word[0])) return;
            if (distance(token.word, other, step) === step) found.set(family, step === 1 ? 0.7 : 0.45);
          });
        });
      (alike.get(token.stem) || []).forEach(function (other) {
        var family = stems.get(other);
        if (family && !found.has(family)) found.set(family, ALIKE);
      });
      return found;
    }

    /* The words that an unknown word abbreviates by their first letters ("RBAC"), as a family of their own. */
    function initials(word) {
      var flat = level(word);
      var family = { words: new Set(), places: new Map() };
      if (!/^[a-z]{3,5}$/.test(flat)) return family;
      var phrase = new RegExp('(?<!\\p{L})' + Array.from(flat).join('\\p{L}+[\\s\\-\u2010-\u2015/]+') + '\\p{L}+', 'giu');
      all.forEach(function (one, place) {
        var counts = FIELDS.map(function (field) {
          var found = (one.item[field.name] || '').match(phrase) || [];
          found.flatMap(words).forEach(function (part) {
            family.words.add(level(part));
          });
          return found.length;
        });
        if (counts.some(Boolean)) family.places.set(place, counts);
      });
      return family;
    }

    /* A word that is two of the book's written as one. */
    function split(word) {
      var flat = level(word);
      for (var at = flat.length - 3; at > 2; at--)
        if (stems.has(look(flat.slice(0, at)).stem) && stems.has(look(flat.slice(at)).stem))
          return [flat.slice(0, at), flat.slice(at)];
      return [word];
    }

    /* The query without the numbers in it that are more than digits; up to four of its words may be one. */
    function withoutBuilt(query, named) {
      var told = query.split(/\s+/);
      for (var size = Math.min(4, told.length); size > 0; size--)
        for (var at = 0; at + size <= told.length; at++) {
          var text = told.slice(at, at + size).join(' ');
          var number = bare(text);
          var signed = /[^\p{L}\p{N}.]/u.test(text) || (/\p{L}/u.test(number) && /\p{N}/u.test(number));
          if (!numbers.has(number) || !(signed || size === told.length)) continue;
          named.push({ place: numbers.get(number), led: true });
          told.splice(at, size, '');
        }
      return told.join(' ');
    }

    /* The numbers that a query has, and the query without those of entries. A sign or a word may lead up to one. */
    function numbered(query) {
      var named = [];
      var unknown = [];
      if (built) query = withoutBuilt(query, named);
      /* The numbers of a volume ("601-700, 640") say less than one that stands by itself. */
      var single = query.replace(RANGE, ' ');
      if (/\d/.test(single)) query = single;
      var rest = query.replace(NUMBER, function (whole, before, number, at) {
        var flat = number.toUpperCase().replace(/^0+(?=\d)/, '');
        if (!numbers.has(flat)) {
          unknown.push(flat);
          return whole;
        }
        var ahead = (query.slice(0, at) + before).match(/([#№§/])\s*$|([\p{L}\p{M}]+)[\s,.:]*$/u);
        var led = Boolean(ahead && (ahead[1] || leads.has(ahead[2])));
        named.push({ place: numbers.get(flat), led: led });
        return before + ' ';
      });
      return { named: named, unknown: unknown, rest: rest };
    }

    function search(query) {
      var flat = level(query.trim());
      if (built) {
        var typed = bare(flat);
        var begins = /\d/.test(typed) && !numbers.has(typed) && near(typed, true);
        if (begins && begins.length)
          return begins.map(function (hit) {
            return Object.assign({ asked: false }, hit, { item: all[hit.place].item });
          });
      }
      var numeric = numbered(
        built && numbers.has(bare(flat)) ? flat : flat.replace(/(^|[^\p{L}\p{N}])(?:q|nr|no|n)\.?\s?(?=\d)/gu, '$1#'),
      );
      var told = words(numeric.rest);
      var saying = told.filter(function (word) {
        return !leads.has(level(word)) && !/^[\p{N}.]+$/u.test(word);
      });
      var plain = saying.filter(function (word) {
        return !stop.has(level(word));
      });
      var only = numeric.named.length > 0 && plain.length === 0;
      var wanted = told.filter(function (word) {
        return !stop.has(level(word));
      });
      if (!wanted.length) wanted = told;
      var hits = only ? [] : ranked(wanted, /\S$/.test(query));
      var inBook = plain.some(function (word) {
        return stems.has(look(word).stem);
      });
      var first = numeric.named.filter(function (one) {
        return only || one.led || !inBook;
      });
      var ahead = first.map(function (one) {
        return one.place;
      });
      /* A number among other words may only be a number: it comes second, unless the words agree. */
      numeric.named.forEach(function (one) {
        if (ahead.indexOf(one.place) >= 0) return;
        var agrees = hits.slice(0, 5).some(function (hit) {
          return hit.place === one.place;
        });
        if (agrees) ahead.push(one.place);
        else hits.splice(1, 0, { place: one.place, score: hits[0].score, words: [] });
      });
      /* A number that is being typed, or that nobody has: those that begin so, else the nearest. */
      if (!ahead.length && numeric.unknown.length && !plain.length) {
        var nearest = near(numeric.unknown[0]);
        /* Or a number that the text has, as of an error. */
        if (!stems.has(numeric.unknown[0].toLowerCase()) || !nearest[0].near) hits = nearest;
      }
      var seen = new Set();
      return ahead
        .map(function (place) {
          return { place: place, score: Infinity, words: [], asked: true };
        })
        .concat(hits)
        .filter(function (hit) {
          return seen.has(hit.place) ? false : seen.add(hit.place);
        })
        .map(function (hit) {
          return Object.assign({ asked: false }, hit, { item: all[hit.place].item });
        })
        .sort(function (a, b) {
          return (a.item.gone && !a.asked ? 1 : 0) - (b.item.gone && !b.asked ? 1 : 0);
        });
    }

    /* Those that begin so; else, unless only those are asked for, the nearest. */
    function near(number, only) {
      var value = parseFloat(number);
      var begin = [];
      var rest = [];
      numbers.forEach(function (place, other) {
        if (other.startsWith(number)) begin.push({ place: place, far: other.length });
        else if (/^\d/.test(other)) rest.push({ place: place, far: Math.abs(parseFloat(other) - value) });
      });
      var nearest = begin.length || only ? begin : rest;
      nearest.sort(function (a, b) {
        return a.far - b.far || a.place - b.place;
      });
      return nearest.slice(0, begin.length ? 10 : 2).map(function (one) {
        return { place: one.place, score: 0, words: [], near: !begin.length };
      });
    }

    function ranked(asked, typing) {
      var terms = [];
      var seen = new Set();
      asked.forEach(function (word, at) {
        var families = meant(word, typing && at === asked.length - 1, asked.length === 1);
        if (!families.size && split(word).length > 1)
          return split(word).forEach(function (part) {
            terms.push({ families: meant(part, false), stem: look(part).stem });
          });
        if (seen.has(look(word).stem)) return;
        seen.add(look(word).stem);
        if (!families.size) {
          var long = initials(word);
          if (long.places.size) families.set(long, 0.9);
        }
        terms.push({ families: families, stem: look(word).stem });
        /* "continuous integration" is found as "CI", where the book has no such words side by side. */
        var short = '';
        var whole = true;
        asked.slice(at, at + 4).forEach(function (next, ahead) {
          short += level(next).charAt(0);
          whole = whole && stems.has(look(next).stem);
          var capitals = ahead > 1 - whole && stems.get(look(short).stem);
          if (capitals && capitals.shout && !pairs.has(look(word).stem + ' ' + look(asked[at + 1]).stem))
            terms.push({ families: new Map([[capitals, 0.9]]), stem: '', words: ahead + 1 });
        });
        /* "work flow" is found as "workflow", which is both words. */
        var joined = at + 1 < asked.length && stems.get(look(word + asked[at + 1]).stem);
        if (joined) terms.push({ families: new Map([[joined, 0.9]]), stem: '', words: 2 });
      });
      var sums = new Map();
      var mass = 0;
      terms.forEach(function (term) {
        var counts = new Map();
        term.families.forEach(function (worth, family) {
          family.places.forEach(function (often, place) {
            var value = FIELDS.reduce(function (sum, field, at) {
              if (!often[at]) return sum;
              var size = all[place].tokens[at].length / (lengths[at] / all.length || 1);
              return sum + (field.weight * often[at]) / (1 - field.length + field.length * size);
            }, 0);
            counts.set(place, Math.max(counts.get(place) || 0, (worth * value) / (SATURATION + value)));
          });
        });
        /* A word of the book is as rare as it is, however common the others that it may stand for. */
        var own = stems.get(term.stem);
        term.rarity = counts.size ? (term.words || 1) * rarity(own ? own.places.size : counts.size) : 0;
        mass += term.rarity;
        counts.forEach(function (value, place) {
          var sum = sums.get(place);
          if (!sum) sums.set(place, (sum = { score: 0, mass: 0, stems: new Set(), words: [] }));
          sum.score += term.rarity * value;
          sum.mass += term.rarity;
          term.families.forEach(function (worth, family) {
            if (!family.places.has(place)) return;
            family.words.forEach(function (word) {
              sum.words.push(word);
              sum.stems.add(look(word).stem);
            });
          });
        });
      });
      var order = terms.map(function (term) {
        return term.stem;
      });
      var said = new Set(asked.map(level));
      var hits = [];
      sums.forEach(function (sum, place) {
        var entry = all[place];
        /* How much of what was asked is there; how much of the title was asked; words that stand together. */
        var there = mass ? sum.mass / mass : 0;
        var title = share(entry.tokens[0], sum.stems);
        var close = together(entry.tokens[0], order) + 0.5 * together(entry.tokens[1], order) + 0.25 * together(entry.tokens[2], order);
        var score = sum.score * (0.3 + 0.7 * there) * (1 + 0.6 * title) * (1 + 0.15 * close) * (1 + 0.2 * literal(entry.tokens, said));
        hits.push({ place: place, score: entry.item.other ? score * OTHERS : score, words: sum.words });
      });
      hits.sort(function (a, b) {
        return b.score - a.score || a.place - b.place;
      });
      var least = hits.length ? hits[0].score * 0.2 : 0;
      return hits.filter(function (hit) {
        return hit.score >= least;
      });
    }

    function share(tokens, found) {
      var whole = 0;
      var part = 0;
      tokens.forEach(function (token) {
        if (stop.has(token.word)) return;
        var worth = rarity(stems.get(token.stem).places.size);
        whole += worth;
        if (found.has(token.stem)) part += worth;
      });
      return whole ? part / whole : 0;
    }

    /* The share of the words asked for that are there in the very form. */
    function literal(fields, said) {
      var found = new Set();
      fields.forEach(function (tokens) {
        tokens.forEach(function (token) {
          if (said.has(token.word)) found.add(token.word);
        });
      });
      return found.size / said.size;
    }

    /* How many neighbors in the query are neighbors in the field. */
    function together(tokens, order) {
      var pairs = new Set();
      var last = '';
      tokens.forEach(function (token) {
        if (stop.has(token.word)) return;
        pairs.add(last + ' ' + token.stem);
        last = token.stem;
      });
      return order.reduce(function (count, stemOf, at) {
        return count + (at > 0 && pairs.has(order[at - 1] + ' ' + stemOf) ? 1 : 0);
      }, 0);
    }

    return { add: add, search: search, size: function () { return all.length; } };
  }

  /* The text around what was found, and in a text the places of the words that were. */
  function snippet(text, found, length) {
    var set = new Set(found);
    var places = [];
    var cut = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’.+#]*/gu;
    for (var match = cut.exec(text); match; match = cut.exec(text)) {
      var word = match[0].replace(/[.'’]+$/, '');
      if (set.has(level(word)) || set.has(level(word.replace(/['’]s$/, '')))) places.push([match.index, match.index + word.length]);
    }
    var best = 0;
    var most = 0;
    places.forEach(function (place, at) {
      var kinds = new Set();
      for (var next = at; next < places.length && places[next][1] - place[0] < length; next++)
        kinds.add(level(text.slice(places[next][0], places[next][1])));
      if (kinds.size > most) {
        most = kinds.size;
        best = place[0];
      }
    });
    var from = best < length / 2 ? 0 : text.lastIndexOf(' ', best - 20) + 1;
    var to = from + length >= text.length ? text.length : text.lastIndexOf(' ', from + length);
    if (to <= from) to = Math.min(text.length, from + length);
    var pieces = [];
    var done = from;
    places.forEach(function (place) {
      if (place[0] < done || place[1] > to) return;
      pieces.push({ text: text.slice(done, place[0]) }, { text: text.slice(place[0], place[1]), found: true });
      done = place[1];
    });
    pieces.push({ text: text.slice(done, to) + (to < text.length ? '…' : '') });
    if (from > 0) pieces.unshift({ text: '…' });
    return pieces;
  }

  var engine = { create: create, snippet: snippet, words: words, level: level };
  if (typeof module === 'object' && module.exports) module.exports = engine;
  else scope.octavoEngine = engine;
})(typeof globalThis === 'undefined' ? this : globalThis);
