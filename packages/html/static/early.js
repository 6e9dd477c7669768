/* Runs before the page is painted: scripts are on, and this is the reader's theme. */
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('scripted');
  try {
    var theme = localStorage.getItem('octavo-theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  } catch (error) {
    /* Storage is closed to this page: the system's theme it is. */
  }
})();
