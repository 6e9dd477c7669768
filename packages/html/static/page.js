/* Small comforts of a page: theme, copying links, printing, where one is in the chapter. */
(function () {
  'use strict';
  var root = document.documentElement;

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

  /* A link into a closed part of the page opens it. */
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var node = target; node; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
  }

  theme();
  copyCode();
  follow();
  reveal();
  window.addEventListener('hashchange', reveal);
  document.addEventListener('click', onClick);
})();
