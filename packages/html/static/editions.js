/*
 * What became of the edition that a page belongs to: a banner on pages of older and of withdrawn editions, and the
 * way to the same entry in the other editions. It is loaded from the address of the book, beside editions.js, the
 * list of all editions (entry 194 of the Octavo Handbook says what is in it), so that it also knows editions that are newer than
 * the page. Pages of every edition load it: what it expects of a page may never change, which is .theme with the
 * version in data-edition, and on the page of an entry an article of the class alone with the anchor of the entry.
 */
(function () {
  'use strict';
  var home = document.currentScript.src.replace(/static\/editions\.js.*$/, '');

  function element(name, className, words) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (words) made.textContent = words;
    return made;
  }

  function link(address, words) {
    var made = element('a', '', words);
    made.href = address;
    return made;
  }

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, function (whole, name) {
      return name in values ? values[name] : whole;
    });
  }

  /* Where an entry of one edition is in another: its key and number, what it leads to, or nothing. */
  function finder(book, key, at) {
    function inForce(runs, place) {
      return runs
        .filter(function (run) {
          return run.from <= place;
        })
        .pop();
    }
    var own = book.entries.find(function (entry) {
      var run = inForce(entry.runs, at);
      return run && run.key === key && !(entry.gone && entry.gone.from <= at);
    });
    return function (place) {
      if (!own) return { key: key };
      if (own.gone && own.gone.from <= place) return own.gone.to ? { gone: true, key: own.gone.to } : undefined;
      var run = inForce(own.runs, place);
      /* An edition on a line of its own may lack it. */
      return run && run.key ? run : undefined;
    };
  }

  function show(book) {
    var segment = document.querySelector('.theme').dataset.edition;
    var list = book.editions;
    var newest = list.length - 1;
    var at = list.findIndex(function (edition) {
      return edition.segment === segment;
    });
    if (at < 0) return;
    var root = book.folder ? home.slice(0, -book.folder.length) : home;
    var article = document.querySelector('article.entry.alone');
    var key = article && article.id.slice(1).replace(/--/g, '-');
    var find = key && finder(book, key, at);

    /* The same entry in another edition, or its first page. */
    function address(place) {
      var kept = list[place].kept;
      var folder = place === newest ? root : kept ? home + 'edition/' + list[place].segment + '/' : '';
      if (!folder) return '';
      if (!find) return folder + book.folder;
      var there = find(place);
      return there && (place === newest || !there.gone) ? folder + 'entry/' + encodeURIComponent(there.key) + '/' : '';
    }

    function banner() {
      var words = book.words;
      var lost = list[at].retracted;
      if (at === newest && !lost) return;
      var box = element('div', 'older notice');
      box.setAttribute('role', 'note');
      if (lost) box.append(element('p', '', fill(words.retracted, lost)));
      if (at < newest) {
        var values = { version: list[at].version, newest: list[newest].version };
        var line = element('p', '', fill(words.older, values) + ' ');
        var now = find && find(newest);
        var isGone = find && (!now || now.gone || book.withdrawn.indexOf(now.key) >= 0);
        if (isGone) line.append(words.withdrawn + '. ');
        else if (now && now.key !== key) line.append(fill(words.now, { number: now.number || now.key }) + ' ');
        line.append(link(address(newest) || home, words.newest));
        box.append(line);
      }
      var skip = document.querySelector('a.skip');
      if (skip) skip.after(box);
      else document.body.prepend(box);
    }

    function switcher() {
      var items = [];
      for (var place = newest; place >= 0 && items.length < book.most; place--) {
        var target = place !== at && address(place);
        if (!target) continue;
        var item = element('li');
        item.append(link(target, fill(book.words.edition, list[place])), ', ' + list[place].day);
        if (list[place].retracted) item.append(' (' + fill(book.words.retracted, list[place].retracted) + ')');
        items.push(item);
      }
      var foot = document.querySelector('footer.foot > div');
      if (!items.length || !foot) return;
      var box = element('details', 'switcher');
      var all = element('ul');
      all.append.apply(all, items);
      box.append(element('summary', '', book.words.editions), all);
      foot.prepend(box);
    }

    banner();
    switcher();
  }

  window.octavoEditions = function (book) {
    if (book.schemaVersion === 1) show(book);
  };
  var data = document.createElement('script');
  data.src = home + 'editions.js';
  document.head.appendChild(data);
})();
