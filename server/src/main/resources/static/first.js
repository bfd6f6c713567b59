/* Before the first paint: the reader's theme and the width of the navigation, so that nothing jumps. */
(function (root) {
  var dark = matchMedia('(prefers-color-scheme: dark)');
  function kept(name) { try { return localStorage.getItem('wirt.' + name); } catch (_) { return null; } }
  function look() {
    var theme = root.dataset.theme;
    root.dataset.bsTheme = theme === 'dark' || theme === 'system' && dark.matches ? 'dark' : 'light';
  }
  root.classList.add('js');
  if (kept('rail') === 'narrow') root.dataset.rail = 'narrow';
  look();
  dark.addEventListener('change', look);
  window.wirtLook = look;
})(document.documentElement);
