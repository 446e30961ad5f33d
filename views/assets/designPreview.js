/** The links above and below the phone follow what is shown inside it; without this they lead to its beginning. */

const place = document.querySelector('[data-phone-base]');
const frame = place?.querySelector('iframe');

function follow() {
  const { pathname, search } = frame.contentWindow.location;
  const base = `${place.dataset.phoneBase}/`;
  if (!pathname.startsWith(base)) return;
  const [language, ...rest] = pathname.slice(base.length).split('/');
  for (const link of place.querySelectorAll('[data-language]')) {
    const url = new URL(link.href);
    url.searchParams.set('language', link.dataset.language);
    url.searchParams.set('at', rest.join('/'));
    link.href = url.href;
    if (link.dataset.language === language) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  place.querySelector('[data-alone]').href = pathname + search;
  for (const link of place.querySelectorAll('[data-start]'))
    link.href = link.href.replace(/\/phone\/(kk|ru|en)\//, `/phone/${language}/`);
}

if (frame) {
  frame.addEventListener('load', follow);
  if (frame.contentDocument?.readyState === 'complete' && frame.contentWindow.location.href !== 'about:blank') follow();
}
