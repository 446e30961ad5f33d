/** Makes answering smoother; every page works without it. */

document.querySelector('[data-summary]')?.focus();

// A second click or Enter while a page is on its way is not sent again; coming back to the page frees it.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent === 'yes') event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

// A question with fields and special answers takes one or the other: the newer choice takes the older one back.
for (const question of document.querySelectorAll('[data-either]')) {
  const specials = question.querySelectorAll('[data-special]');
  const others = question.querySelectorAll('input:not([data-special]), textarea, select');
  const clearSpecials = () => specials.forEach((special) => (special.checked = false));
  const clearOthers = () =>
    others.forEach((other) => {
      if (other.type === 'checkbox') other.checked = false;
      else other.value = '';
    });
  others.forEach((other) => other.addEventListener('input', clearSpecials));
  specials.forEach((special) => special.addEventListener('change', () => special.value !== '' && clearOthers()));
}
