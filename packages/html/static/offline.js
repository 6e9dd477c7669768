/*
 * Makes a site that was visited readable without a network. What is asked for comes from the network whenever
 * there is one, so that nobody reads an old release; only without one it comes from what was kept: the files
 * of each book below, fetched once for each of its versions, and whatever else was visited since. Without books, a
 * site that had this worker gets rid of it.
 */
(function (books) {
  'use strict';
  /* The place of a volume that is not kept is empty. */
  books = books.filter(Boolean);
  var scope = self.registration.scope;
  var prefix = 'octavo ' + scope + ' ';
  var names = books.map(function (book) {
    return prefix + book.id + ' ' + book.version;
  });
  var visited = prefix + books.map(function (book) { return book.version; }).join(' ');

  /* A browser refuses to open a page with an answer that was redirected. */
  function plain(response) {
    if (!response.redirected) return Promise.resolve(response);
    return response.blob().then(function (body) {
      return new Response(body, { status: response.status, headers: response.headers });
    });
  }

  function fill(book, name) {
    return caches.open(name).then(function (cache) {
      return Promise.all(
        book.files.map(function (path) {
          var address = new URL(path, scope).href;
          return fetch(address, { cache: 'no-cache' }).then(function (response) {
            if (!response.ok) throw new Error(path + ' is not there');
            return plain(response).then(function (whole) {
              return cache.put(address, whole);
            });
          });
        }),
      ).catch(function (error) {
        return caches.delete(name).then(function () {
          throw error;
        });
      });
    });
  }

  self.addEventListener('install', function (event) {
    event.waitUntil(
      Promise.all(
        books.map(function (book, at) {
          return caches.has(names[at]).then(function (there) {
            return there || fill(book, names[at]);
          });
        }),
      ).then(function () {
        return self.skipWaiting();
      }),
    );
  });

  self.addEventListener('activate', function (event) {
    event.waitUntil(
      caches
        .keys()
        .then(function (keys) {
          return Promise.all(
            keys
              .filter(function (key) {
                return key.indexOf(prefix) === 0 && key !== visited && names.indexOf(key) < 0;
              })
              .map(function (key) {
                return caches.delete(key);
              }),
          );
        })
        .then(function () {
          return books.length ? self.clients.claim() : self.registration.unregister();
        }),
    );
  });

  /* The address as it was asked for, without its query, or the page of the folder. */
  function kept(request) {
    var address = request.url.replace(/[?#].*$/, '');
    var pages = [address, address.replace(/\/?$/, '/index.html')];
    return caches.keys().then(function (keys) {
      var own = keys.filter(function (key) {
        return key.indexOf(prefix) === 0;
      });
      return pages.reduce(function (found, page) {
        return own.reduce(function (before, key) {
          return before.then(function (response) {
            return response || caches.open(key).then(function (cache) { return cache.match(page); });
          });
        }, found);
      }, Promise.resolve());
    });
  }

  self.addEventListener('fetch', function (event) {
    var request = event.request;
    var own = request.url.indexOf(scope) === 0 && request.method === 'GET' && !request.headers.has('range');
    if (!own || !books.length || request.destination === '') return;
    event.respondWith(
      fetch(request).then(
        function (response) {
          var small = Number(response.headers.get('content-length')) < 4e6;
          if (response.ok && small && !response.redirected && response.type === 'basic') {
            var copy = response.clone();
            event.waitUntil(
              caches.open(visited).then(function (cache) {
                return cache.put(request.url.replace(/[?#].*$/, ''), copy);
              }),
            );
          }
          return response;
        },
        function (error) {
          return kept(request).then(function (response) {
            if (!response) throw error;
            return response;
          });
        },
      ),
    );
  });
})([/* books */]);
