/* Offline search: loads the index on first use, answers while one types, and is driven by keyboard. */
(function () {
  'use strict';
  var MOST = 20;
  var NUMBER = /^[#q]?(\d[\d.]*[a-z]{0,2})$/i;
  var form = document.querySelector('form.search');
  if (!form) return;
  var input = form.querySelector('input');
  var list = form.querySelector('.hits');
  var status = form.querySelector('[role=status]');
  var here = document.querySelector('script[src$="static/search.js"]').src;
  var folder = here.replace(/search\.js$/, '');
  var site = folder.replace(/static\/$/, '');
  /* Of a work in volumes, the list of the parts of all. */
  var work = form.dataset.work && new URL(form.dataset.work, location.href).href;
  if (work) site = work.replace(/[^/]*$/, '');
  var alone = document.body.classList.contains('kind-search');
  var loading;
  var parts = [];

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
  window.octavoSearchPart = function (chapter, index) {
    parts.push({ chapter: chapter, index: index });
  };

  /* The parts as one index: short ids and their postings moved up behind those of the parts before. */
  function merge() {
    var whole = null;
    var terms = new Map();
    parts.forEach(function (part) {
      var index = part.index;
      var shift = whole ? whole.nextId : 0;
      if (!whole) {
        whole = {
          documentCount: 0,
          nextId: 0,
          documentIds: {},
          fieldIds: index.fieldIds,
          fieldLength: {},
          averageFieldLength: index.averageFieldLength.map(function () {
            return 0;
          }),
          storedFields: {},
          dirtCount: 0,
          index: [],
          serializationVersion: index.serializationVersion,
        };
      }
      var total = whole.documentCount + index.documentCount;
      whole.averageFieldLength = whole.averageFieldLength.map(function (length, field) {
        var other = index.averageFieldLength[field] || 0;
        return total ? (length * whole.documentCount + other * index.documentCount) / total : 0;
      });
      whole.documentCount = total;
      Object.keys(index.documentIds).forEach(function (id) {
        var moved = Number(id) + shift;
        whole.documentIds[moved] = index.documentIds[id];
        whole.fieldLength[moved] = index.fieldLength[id];
        whole.storedFields[moved] = Object.assign({ chapter: part.chapter }, index.storedFields[id]);
      });
      index.index.forEach(function (row) {
        var fields = terms.get(row[0]);
        if (!fields) terms.set(row[0], (fields = {}));
        Object.keys(row[1]).forEach(function (field) {
          var postings = fields[field] || (fields[field] = {});
          var more = row[1][field];
          Object.keys(more).forEach(function (id) {
            postings[Number(id) + shift] = more[id];
          });
        });
      });
      whole.nextId += index.nextId;
    });
    whole.index = Array.from(terms);
    parts = [];
    return whole;
  }

  function ready() {
    if (!loading) {
      loading = Promise.all([
        load(folder + 'minisearch.js'),
        load(folder + 'words.js'),
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
          return window.MiniSearch.loadJS(merge(), {
            fields: ['question', 'answer', 'terms'],
            storeFields: ['question', 'brief', 'mark', 'gone', 'chapter'],
            tokenize: window.octavoWords,
            processTerm: function (term) {
              return term;
            },
          });
        });
    }
    return loading;
  }

  function fuzziness(term) {
    return /^[\d.]+[a-z]{0,2}$/.test(term) || term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
  }

  function find(index, query) {
    var options = {
      boost: { question: 3, terms: 2 },
      prefix: function (term, place, terms) {
        return term.length > 1 && place === terms.length - 1;
      },
      fuzzy: fuzziness,
      weights: { fuzzy: 0.3, prefix: 0.6 },
      combineWith: 'AND',
    };
    var hits = index.search(query, options);
    if (!hits.length) hits = index.search(query, Object.assign({}, options, { combineWith: 'OR' }));
    var number = NUMBER.exec(query.trim());
    if (!number) return window.octavoWords.order(hits);
    var wanted = number[1].toUpperCase();
    var byNumber = index
      .search(window.MiniSearch.wildcard, {
        filter: function (hit) {
          return String(hit.id).indexOf(wanted) === 0;
        },
      })
      .sort(function (a, b) {
        return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
      });
    var seen = {};
    var found = byNumber.concat(hits).filter(function (hit) {
      return seen[hit.id] ? false : (seen[hit.id] = true);
    });
    return window.octavoWords.order(found, wanted);
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function show(hits, query) {
    list.textContent = '';
    hits.slice(0, alone ? 100 : MOST).forEach(function (hit) {
      var link = element('a');
      link.href = site + 'entry/' + encodeURIComponent(hit.id) + '/index.html';
      link.appendChild(element('span', 'number', hit.id));
      var words = element('span', 'words');
      words.appendChild(element('span', 'title', hit.question));
      if (hit.mark) words.appendChild(element('span', 'mark', hit.mark));
      words.appendChild(document.createTextNode(' '));
      words.appendChild(element('span', 'brief', hit.brief));
      words.appendChild(document.createTextNode(' '));
      words.appendChild(element('span', 'chapter', hit.chapter));
      link.appendChild(words);
      var item = element('li');
      item.appendChild(link);
      list.appendChild(item);
    });
    var count = hits.length === 1 ? form.dataset.one : form.dataset.count.replace('{count}', hits.length);
    var said = hits.length ? count : form.dataset.none;
    if (!hits.length && query) list.appendChild(element('li', 'none', form.dataset.none));
    list.hidden = !query;
    status.textContent = query ? said : '';
  }

  function close() {
    list.hidden = true;
    status.textContent = '';
  }

  var asked = 0;
  function ask() {
    var query = input.value.trim();
    var turn = ++asked;
    if (!query) {
      show([], '');
      return;
    }
    ready().then(
      function (index) {
        if (turn === asked) show(find(index, query), query);
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

  form.addEventListener('keydown', function (event) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && !alone) {
      event.preventDefault();
      if (list.hidden) input.value = '';
      close();
      input.focus();
    } else if (event.key === 'Enter' && event.target === input) {
      var first = list.querySelector('a');
      if (first && !list.hidden) {
        event.preventDefault();
        first.click();
      }
    }
  });
  input.addEventListener('input', ask);
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
