/* Small comforts of a page: theme, copying links, printing, where one is in the chapter. */
(function () {
  'use strict';
  var root = document.documentElement;
  var here = document.currentScript.src;

  function theme() {
    var select = document.getElementById('_theme');
    if (!select) return;
    select.value = root.dataset.theme || 'system';
    select.addEventListener('change', function () {
      var value = select.value;
      if (value === 'system') delete root.dataset.theme;
      else root.dataset.theme = value;
      try {
        if (value === 'system') localStorage.removeItem('octavo-theme');
        else localStorage.setItem('octavo-theme', value);
      } catch (error) {
        /* Not remembered, but obeyed. */
      }
    });
  }

  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    var area = document.createElement('textarea');
    area.value = text;
    area.className = 'unseen';
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand('copy');
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error('not copied'));
  }

  /* The label of a clause leads to it, and its link is copied. */
  function copyLabel(label) {
    if (!label) return;
    copy(label.dataset.copy).then(
      function () {
        label.dataset.done = document.querySelector('.theme').dataset.done;
        setTimeout(function () {
          delete label.dataset.done;
        }, 2000);
      },
      function () {},
    );
  }

  function onClick(event) {
    copyLabel(event.target.closest && event.target.closest('a.label'));
    var button = event.target.closest && event.target.closest('button');
    if (!button) return;
    if (button.dataset.print !== undefined) window.print();
    var code = button.className === 'copy' && button.nextElementSibling;
    if (button.dataset.copy === undefined && !code) return;
    var words = button.firstElementChild;
    var before = words.textContent;
    if (before === button.dataset.done) return;
    copy(code ? code.textContent.replace(/\n$/, '') : button.dataset.copy).then(
      function () {
        words.textContent = button.dataset.done;
        button.focus();
        setTimeout(function () {
          words.textContent = before;
        }, 2000);
      },
      function () {
        window.prompt(before, code ? code.textContent : button.dataset.copy);
      },
    );
  }

  /* A button that copies, before each block of code. */
  function copyCode() {
    var said = document.querySelector('.theme').dataset;
    document.querySelectorAll('pre').forEach(function (code) {
      var box = document.createElement('div');
      var button = document.createElement('button');
      var words = document.createElement('span');
      box.className = 'code';
      button.type = 'button';
      button.className = 'copy';
      button.dataset.done = said.done;
      words.setAttribute('aria-live', 'polite');
      words.textContent = said.code;
      button.appendChild(words);
      code.replaceWith(box);
      box.append(button, code);
    });
  }

  /* Marks the entry being read in the chapter's list. */
  function follow() {
    var links = document.querySelectorAll('.toc a[href^="#q"]');
    if (!links.length || !('IntersectionObserver' in window)) return;
    var current;
    var byId = {};
    links.forEach(function (link) {
      byId[decodeURIComponent(link.hash.slice(1))] = link;
    });
    var seen = new IntersectionObserver(
      function (changes) {
        changes.forEach(function (change) {
          var link = byId[change.target.id];
          if (!change.isIntersecting || !link || link === current) return;
          if (current) current.removeAttribute('aria-current');
          link.setAttribute('aria-current', 'location');
          current = link;
          var list = link.closest('.side');
          if (list && list.scrollHeight > list.clientHeight) {
            var box = link.getBoundingClientRect();
            var frame = list.getBoundingClientRect();
            if (box.top < frame.top || box.bottom > frame.bottom) {
              list.scrollTop += box.top - frame.top - frame.height / 3;
            }
          }
        });
      },
      { rootMargin: '-20% 0px -70% 0px' },
    );
    document.querySelectorAll('article.entry').forEach(function (article) {
      seen.observe(article);
    });
  }

  /* A link into a closed part of the page opens it; one to a paragraph that now begins otherwise leads to its entry. */
  function reveal() {
    var name = decodeURIComponent(location.hash.slice(1));
    var target = name && document.getElementById(name);
    var entry = !target && /^(q[^_]+)_/.exec(name);
    if (entry && document.getElementById(entry[1])) document.getElementById(entry[1]).scrollIntoView();
    for (var node = target; node; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
  }

  /*
   * Shows what a link explains: on hovering, on focus, and on a first tap. It is what the title says without a
   * script; Escape closes it, and it stays while the pointer is on it (WCAG 2.2, 1.4.13).
   */
  function explain() {
    var tip = document.createElement('div');
    var owner;
    var before;
    var timer;
    tip.id = '_tip';
    tip.className = 'tip';
    tip.setAttribute('role', 'tooltip');
    function hide() {
      clearTimeout(timer);
      if (!owner) return;
      owner.removeAttribute('aria-describedby');
      owner = undefined;
      tip.remove();
    }
    function later(act, wait) {
      clearTimeout(timer);
      timer = setTimeout(act, wait);
    }
    function show(link) {
      clearTimeout(timer);
      if (link === owner) return;
      hide();
      if (link.title) {
        link.dataset.says = (link.dataset.number ? link.dataset.number + ' ' : '') + link.title;
        link.removeAttribute('title');
      }
      owner = link;
      tip.textContent = link.dataset.says;
      (link.closest('main') || document.body).appendChild(tip);
      var box = link.getClientRects()[0];
      var left = Math.min(box.left, root.clientWidth - tip.offsetWidth - 16);
      var above = box.bottom + tip.offsetHeight + 12 > innerHeight && box.top > tip.offsetHeight + 12;
      tip.style.left = scrollX + Math.max(16, left) + 'px';
      tip.style.top = scrollY + (above ? box.top - tip.offsetHeight - 6 : box.bottom + 6) + 'px';
      link.setAttribute('aria-describedby', tip.id);
    }
    function linkOf(event) {
      return event.target.closest && event.target.closest('.term, .cross-reference, a.number[title]');
    }
    function says(link) {
      return link && (link.title || link.dataset.says);
    }
    document.addEventListener('pointerover', function (event) {
      var link = linkOf(event);
      if (event.target === tip) clearTimeout(timer);
      else if (event.pointerType !== 'touch' && says(link)) later(function () { show(link); }, 250);
    });
    document.addEventListener('pointerout', function (event) {
      if (event.pointerType !== 'touch' && (event.target === tip || linkOf(event))) later(hide, 250);
    });
    document.addEventListener('focusin', function (event) {
      var link = linkOf(event);
      if (says(link) && link.matches(':focus-visible')) show(link);
      else hide();
    });
    document.addEventListener('pointerdown', function (event) {
      before = owner;
      if (event.target !== tip && linkOf(event) !== owner) hide();
    });
    document.addEventListener('click', function (event) {
      var link = linkOf(event);
      if (event.pointerType !== 'touch' || !says(link) || link === before) return;
      event.preventDefault();
      show(link);
    });
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') hide();
    });
  }

  /* Remembers the entry that was read last, and leads back to it from the cover. */
  function place() {
    var key = 'octavo-place ' + here.replace(/static\/page\.js.*$/, '');
    var cover = document.querySelector('.cover-words');
    function reading() {
      var seen = Array.from(document.querySelectorAll('article.entry')).filter(function (article, at) {
        return at === 0 || article.getBoundingClientRect().top < innerHeight / 2;
      });
      return seen[seen.length - 1];
    }
    try {
      var kept = cover && JSON.parse(localStorage.getItem(key) || 'null');
      if (kept && new URL(kept.href).origin === location.origin) {
        var line = document.createElement('p');
        var link = document.createElement('a');
        line.className = 'resume';
        link.href = kept.href;
        link.textContent = document.querySelector('.theme').dataset.resume + ': ' + kept.words;
        line.appendChild(link);
        cover.appendChild(line);
      }
      addEventListener('pagehide', function () {
        var entry = reading();
        if (!entry) return;
        var words = entry.querySelector('.question').textContent;
        var href = location.href.replace(/[?#].*$/, '') + '#' + entry.id;
        try {
          localStorage.setItem(key, JSON.stringify({ href: href, words: words }));
        } catch (error) {
          /* Not remembered. */
        }
      });
    } catch (error) {
      /* Storage is closed to this page: nothing is remembered. */
    }
  }

  /* The address of the book, also when this page is kept below it, in the folder of its edition. */
  function home() {
    var said = document.querySelector('.theme').dataset;
    var own = new URL(said.home || '.', location.href.replace(/[?#].*$/, '')).href.replace(/index\.html$/, '');
    var kept = /^(.*\/)edition\/([^/]+)\/(?:volume\/[^/]+\/)?$/.exec(own);
    return kept && kept[2] === said.edition ? { book: kept[1], isKept: true } : { book: own };
  }

  /* Keeps the site for reading without a network. */
  function keep() {
    var worker = document.querySelector('.theme').dataset.worker;
    if (!worker || home().isKept || !/^http/.test(location.protocol) || !navigator.serviceWorker) return;
    navigator.serviceWorker.register(worker, { updateViaCache: 'none' }).catch(function () {});
  }

  /* Loads the script of the newest edition, which says what became of this one; a folder without a server has no newer one. */
  function editions() {
    if (!document.querySelector('.theme').dataset.edition || !/^http/.test(location.protocol)) return;
    var script = document.createElement('script');
    script.src = home().book + 'static/editions.js';
    document.head.appendChild(script);
  }

  theme();
  keep();
  editions();
  copyCode();
  explain();
  place();
  follow();
  reveal();
  window.addEventListener('hashchange', reveal);
  document.addEventListener('click', onClick);
})();
