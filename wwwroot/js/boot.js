// Runs before the first paint, so that neither theme nor language flashes. Everything else is a module.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Storage is switched off: the system's choice holds.
    }
  };

  const stored = read('sparrow.theme');
  const system = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  const language = read('sparrow.language') ?? (/^zh\b/i.test(navigator.language) ? 'zh' : 'en');

  const root = document.documentElement;
  root.dataset.theme = stored === 'dark' || stored === 'light' ? stored : system;
  root.lang = language === 'zh' ? 'zh-CN' : 'en';

  const preload = document.createElement('link');
  preload.rel = 'modulepreload';
  preload.href = `/i18n/${language === 'zh' ? 'zh' : 'en'}.js`;
  document.head.append(preload);
})();
