/* Offline search: loads the index on first use, answers while one types, and is driven by keyboard. */
(function () {
  'use strict';
  var MOST = 8;
  var form = document.querySelector('form.search');
  if (!form) return;
  var input = form.querySelector('input');
  var list = form.querySelector('.hits');
  /* The values of fields that a reader can ask for, on the page of the search. */
  var boxes = Array.from(form.querySelectorAll('input[type=checkbox]'));
  var entries = [];
  var status = form.querySelector('[role=status]');
  var here = document.querySelector('script[src$="static/search.js"]').src;
  var folder = here.replace(/search\.js$/, '');
  var site = folder.replace(/static\/$/, '');
  /* Of a work in volumes, the list of the parts of all. */
  var work = form.dataset.work && new URL(form.dataset.work, location.href).href;
  if (work) site = work.replace(/[^/]*$/, '');
  var alone = document.body.classList.contains('kind-search');
  /* Where there is little room, the one word that fits. */
  if (!alone && matchMedia('(max-width: 40rem)').matches) input.placeholder = form.querySelector('label').textContent;
  var loading;
  var parts = [];
  /* Which numbers each book has. */
  var ranges = [];

  function load(address) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement('script');
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.appendChild(script);
    });
  }

  /* What the files of the index call. */
  window.octavoSearchParts = function (names) {
    window.octavoSearchParts.names = names;
  };
  window.octavoSearchPart = function (chapter, found, range) {
    parts.push({ chapter: chapter, found: found });
    if (range) ranges.push(range);
  };

  function ready() {
    if (!loading) {
      loading = Promise.all([
        load(folder + 'engine.js'),
        load(folder + 'language.js'),
        load(work || folder + 'search-parts.js'),
      ])
        .then(function () {
          return Promise.all(
            window.octavoSearchParts.names.map(function (name) {
              return load((work ? site : folder + 'search/') + name);
            }),
          );
        })
        .then(function () {
          var engine = window.octavoEngine.create(window.octavoLanguage, [form.dataset.cited]);
          parts.forEach(function (part) {
            part.found.forEach(function (one) {
              one.chapter = part.chapter;
              if (one.numbers) entries.push({ item: one, words: [] });
              engine.add(one);
            });
          });
          parts = [];
          ranges.sort(new Intl.Collator(undefined, { numeric: true }).compare);
          return engine;
        });
    }
    return loading;
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* Text with the words that were found marked. */
  function marked(name, className, pieces) {
    var made = element(name, className);
    pieces.forEach(function (piece) {
      made.appendChild(piece.found ? element('mark', '', piece.text) : document.createTextNode(piece.text));
    });
    return made;
  }

  /* The hits that have, of each field of which values are ticked, one of those. */
  function narrowed(hits) {
    var wanted = new Map();
    boxes.forEach(function (box) {
      if (box.checked) wanted.set(box.dataset.field, (wanted.get(box.dataset.field) || []).concat(box.value));
    });
    return hits.filter(function (hit) {
      return Array.from(wanted).every(function (one) {
        var own = (hit.item.fields && hit.item.fields[one[0]]) || [];
        return own.some(function (value) {
          return one[1].includes(value);
        });
      });
    });
  }

  function show(hits, query) {
    var snippet = window.octavoEngine && window.octavoEngine.snippet;
    list.textContent = '';
    if (query && (!hits.length || hits[0].near)) list.appendChild(element('li', 'none', form.dataset.none + '. ' + ranges.join(', ')));
    hits.slice(0, alone ? 3 * MOST : MOST).forEach(function (hit) {
      var item = hit.item;
      var number = item.numbers && item.numbers[0];
      var link = element('a');
      link.href = site + (item.path || 'entry/' + encodeURIComponent(item.key || number) + '/index.html');
      link.appendChild(element('span', 'number', number || ''));
      var words = element('span', 'words');
      words.appendChild(marked('span', 'title', snippet(item.title, hit.words, 1000)));
      if (item.mark) words.appendChild(element('span', 'mark', item.mark));
      words.appendChild(document.createTextNode(' '));
      words.appendChild(marked('span', 'brief', snippet(item.text, hit.words, 150)));
      words.appendChild(document.createTextNode(' '));
      words.appendChild(element('span', 'chapter', item.other || item.chapter));
      link.appendChild(words);
      var row = element('li');
      row.appendChild(link);
      list.appendChild(row);
    });
    var found = hits.filter(function (hit) {
      return !hit.near;
    }).length;
    var count = found === 1 ? form.dataset.one : form.dataset.count.replace('{count}', found);
    list.hidden = !query;
    status.textContent = query ? (found ? count : form.dataset.none) : '';
  }

  function close() {
    list.hidden = true;
    status.textContent = '';
  }

  var asked = 0;
  function ask() {
    var query = input.value.trim();
    var turn = ++asked;
    var isNarrow = boxes.some(function (box) {
      return box.checked;
    });
    if (!query && !isNarrow) {
      show([], '');
      return;
    }
    ready().then(
      function (index) {
        if (turn === asked) show(narrowed(query ? index.search(query) : entries), query || isNarrow);
      },
      function () {
        status.textContent = form.dataset.none;
      },
    );
  }

  function move(step) {
    var links = Array.from(list.querySelectorAll('a'));
    if (!links.length || list.hidden) return;
    var next = links.indexOf(document.activeElement) + step;
    if (next < 0) input.focus();
    else links[Math.min(next, links.length - 1)].focus();
  }

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && !alone && !list.hidden) {
      close();
      if (form.contains(document.activeElement)) input.focus();
    }
  });
  form.addEventListener('keydown', function (event) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && !alone) {
      /* Browsers empty a field for searching at once; here the first press closes the list. */
      event.preventDefault();
      if (list.hidden) input.value = '';
    } else if (event.key === 'Enter' && event.target === input) {
      var first = list.querySelector('a');
      if (first && !list.hidden) {
        event.preventDefault();
        first.click();
      }
    }
  });
  form.addEventListener('input', ask);
  input.addEventListener('focus', function () {
    ready().catch(function () {});
    if (input.value.trim() && list.hidden) ask();
  });
  document.addEventListener('keydown', function (event) {
    var target = event.target;
    var typing = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  document.addEventListener('click', function (event) {
    if (!alone && !form.contains(event.target)) close();
  });
  form.addEventListener('focusout', function (event) {
    if (!alone && event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });

  /* Where there is no such page, the number that was asked for: the book's range, and the nearest. */
  var lost = document.body.classList.contains('kind-not-found') && /entry\/(\d[^/.]*|[A-Za-z]+[^/]*\d[^/]*)/.exec(location.pathname);
  if (lost) {
    input.value = decodeURIComponent(lost[1]);
    ask();
  }

  if (alone) {
    var query = new URLSearchParams(location.search).get('q');
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      ask();
    });
    if (query) {
      input.value = query;
      ask();
    }
    input.focus();
  }
})();
