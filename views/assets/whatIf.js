/** The number follows the fields: the server is asked for the same address as the button would. Without this the button does. */

const form = document.querySelector('[data-what-if]');
const live = document.querySelector('[data-what-if-live]');
const PAUSE_MS = 250;
let pause;
let latest = 0;

function address() {
  const fields = [...new FormData(form)].filter(([, value]) => value !== '');
  return `${form.getAttribute('action')}?${new URLSearchParams(fields)}`;
}

async function ask() {
  const asked = (latest += 1);
  const wanted = address();
  const response = await fetch(wanted).catch(() => null);
  if (response === null || asked !== latest || (!response.ok && response.status !== 422)) return;
  const page = new window.DOMParser().parseFromString(await response.text(), 'text/html');
  if (asked !== latest) return;
  const answer = page.querySelector('[data-what-if-answer]');
  if (answer === null) return;
  document.querySelector('[data-what-if-answer]').replaceWith(answer);
  document.querySelector('.summary')?.remove();
  for (const field of form.querySelectorAll('[data-start]')) markAs(field, page.getElementById(field.id));
  live.textContent = answer.querySelector('[data-what-if-said]').textContent;
  window.history.replaceState(null, '', wanted);
}

/** A field is wrong here if it is wrong there; its message comes and goes with it. */
function markAs(field, other) {
  const [place, otherPlace] = [field.closest('.what-if-field'), other.closest('.what-if-field')];
  place.classList.toggle('wrong', otherPlace.classList.contains('wrong'));
  place.querySelector('.message')?.remove();
  const message = otherPlace.querySelector('.message');
  if (message) field.before(message);
  for (const name of ['aria-invalid', 'aria-describedby'])
    if (other.hasAttribute(name)) field.setAttribute(name, other.getAttribute(name));
    else field.removeAttribute(name);
}

function addSlider(field) {
  const slider = document.createElement('input');
  Object.assign(slider, { type: 'range', min: '0', max: '100', step: '0.5' });
  const label = form.querySelector(`label[for="${field.id}"]`).textContent.trim();
  slider.setAttribute('aria-label', `${label}: ${form.dataset.sliderLabel}`);
  const follow = () => {
    const typed = Number(field.value.replace(',', '.'));
    slider.value = field.value === '' || Number.isNaN(typed) ? field.dataset.start : typed;
  };
  slider.addEventListener('input', () => {
    field.value = slider.value;
  });
  field.addEventListener('input', follow);
  field.after(slider);
  follow();
}

if (form) {
  for (const field of form.querySelectorAll('[data-start]')) addSlider(field);
  form.addEventListener('input', () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(ask, PAUSE_MS);
  });
}
