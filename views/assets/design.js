/** Makes designing smoother; every page works without it. Saving, moving and adding go through the same forms. */

document.querySelector('.summary')?.focus();

// The revision on which this page stands; every form of the page sends it.
const keepRevision = (revision) => {
  for (const field of document.querySelectorAll('input[name="_revision"]')) field.value = revision;
};

const MOST_KEPT_LETTERS = 60_000;
const send = (form, changes = {}) => {
  const body = new URLSearchParams(new FormData(form));
  for (const [name, value] of Object.entries(changes)) body.set(name, value);
  // What was typed last is saved also while the page is being left; browsers allow that for small bodies.
  const keepalive = body.toString().length < MOST_KEPT_LETTERS;
  return fetch(form.action, { method: 'POST', body, keepalive, headers: { Accept: 'application/json' } });
};

const pageAt = async (address, options) => {
  const response = await fetch(address, options);
  return new window.DOMParser().parseFromString(await response.text(), 'text/html');
};

// The first step of a draft brings the button that takes it back.
const offerUndo = async () => {
  const frame = (await pageAt(window.location.href)).querySelector('.draft-frame');
  if (frame) document.querySelector('.draft-frame').replaceWith(frame);
};

// A new name or type changes the address or the fields: that is for the button, and until then it is not sent along.
const WAITING = '#id, #type, #list, #scale';
const asOpened = (form) =>
  Object.fromEntries(
    [...form.querySelectorAll(WAITING)].map((field) => [
      field.name,
      field.options
        ? ([...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0]).value
        : field.defaultValue,
    ]),
  );

// A button waits for the save on its way, so that it does not meet its own page as somebody else's.
const savingForms = new Set();
const afterSaving = (event) => {
  if (savingForms.size === 0 || event.defaultPrevented) return false;
  event.preventDefault();
  const { target, submitter } = event;
  const wait = window.setInterval(() => {
    if (savingForms.size > 0) return;
    window.clearInterval(wait);
    target.requestSubmit(submitter);
  }, 50);
  return true;
};
document.addEventListener('submit', (event) => {
  if (!event.target.matches('[data-autosave]')) afterSaving(event);
});

// A form that saves itself: after a pause, when a field is left, and never twice at the same time.
const PAUSE_MS = 2500;
for (const form of document.querySelectorAll('form[data-autosave]')) {
  const spot = form.querySelector('[data-saved-here]');
  let timer = 0;
  let unsaved = false;
  let again = false;
  let leaving = false;

  const save = async () => {
    window.clearTimeout(timer);
    if (leaving) return;
    if (savingForms.has(form)) {
      again = true;
      return;
    }
    savingForms.add(form);
    again = false;
    unsaved = false;
    spot.textContent = form.dataset.waiting;
    try {
      const response = await send(form, asOpened(form));
      const answer = await response.json();
      if (response.ok) keepRevision(answer.revision);
      if (response.ok) document.querySelector('[data-shows-saved]')?.contentWindow.location.reload();
      if (response.ok && !document.querySelector('.draft-frame form')) await offerUndo();
      const faults = response.status === 422 ? answer.faults : [];
      for (const field of form.elements) {
        if (faults.some((fault) => fault.field === field.name)) field.setAttribute('aria-invalid', 'true');
        else field.removeAttribute('aria-invalid');
      }
      spot.textContent = response.ok
        ? answer.saved
        : [faults.length > 0 ? form.dataset.faults : form.dataset.conflict, ...faults.map(({ message }) => `${message}.`)].join(
            ' ',
          );
      if (response.status === 409) leaving = true;
    } catch {
      unsaved = true;
      spot.textContent = form.dataset.failed;
    }
    savingForms.delete(form);
    if (again) await save();
  };
  form.addEventListener('design:changed', save);
  const waits = (field) => field.matches(`${WAITING}, [name^="_"], .condition select`);
  form.addEventListener('input', (event) => {
    window.clearTimeout(timer);
    if (waits(event.target)) return;
    unsaved = true;
    timer = window.setTimeout(save, PAUSE_MS);
  });
  form.addEventListener('change', (event) => {
    if (!waits(event.target)) void save();
  });
  form.addEventListener('submit', (event) => {
    window.clearTimeout(timer);
    again = false;
    if (!afterSaving(event)) leaving = !event.defaultPrevented;
  });
  const saveRest = () => {
    if (unsaved) void save();
  };
  window.addEventListener('online', saveRest);
  window.addEventListener('pagehide', saveRest);
}

// The menus of a condition: another question shows its answers at once.
document.addEventListener('change', async (event) => {
  const fieldset = event.target.closest('.condition');
  if (!fieldset || event.target.tagName !== 'SELECT') return;
  const { form } = event.target;
  const body = new URLSearchParams(new FormData(form));
  body.set('_do', `condition.show.${fieldset.id}`);
  const fresh = await pageAt(form.action, { method: 'POST', body });
  const next = fresh.getElementById(fieldset.id);
  if (!next) return;
  const { name } = event.target;
  fieldset.replaceWith(next);
  form.querySelector(`[name="${window.CSS.escape(name)}"]`)?.focus();
});

// Rows of answers: added, moved and deleted on the spot, then saved.
for (const rows of document.querySelectorAll('[data-rows]')) {
  const form = rows.closest('form');
  const all = () => [...rows.querySelectorAll('[data-row]')];
  const renumber = () => {
    all().forEach((row, at) => {
      for (const field of row.querySelectorAll('[name]:not(button)')) {
        field.name = field.name.replace(/\.\d+/, `.${at}`);
        field.id = field.name;
      }
      for (const label of row.querySelectorAll('label[for]')) label.htmlFor = label.htmlFor.replace(/\.\d+/, `.${at}`);
      for (const button of row.querySelectorAll('button')) {
        button.value = button.value.replace(/\d+$/, at);
        button.ariaLabel = button.ariaLabel.replace(/\d+/, at + 1);
        button.hidden =
          (at === 0 && button.value.startsWith('up')) || (at === all().length - 1 && button.value.startsWith('down'));
      }
      const legend = row.querySelector('legend');
      legend.textContent = legend.textContent.replace(/\d+/, at + 1);
    });
    form.dispatchEvent(new window.Event('design:changed'));
  };
  const codeOf = (row) => row.querySelector('[name^="code."]');
  const swapCodes = (a, b) => {
    if (rows.dataset.rows !== 'scale') return;
    [codeOf(a).value, codeOf(b).value] = [codeOf(b).value, codeOf(a).value];
  };
  const deeds = {
    up: (row) => {
      swapCodes(row, row.previousElementSibling);
      row.previousElementSibling.before(row);
    },
    down: (row) => {
      swapCodes(row, row.nextElementSibling);
      row.nextElementSibling.after(row);
    },
    remove: (row) => {
      (row.nextElementSibling ?? row.previousElementSibling).querySelector('textarea').focus();
      row.remove();
    },
  };
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name="_do"]');
    if (!button) return;
    if (button.value === 'add-row') {
      event.preventDefault();
      const [last] = all().slice(-1);
      const row = last.cloneNode(true);
      for (const field of row.querySelectorAll('textarea')) field.value = '';
      for (const kept of row.querySelectorAll('[type="hidden"]')) kept.remove();
      for (const tick of row.querySelectorAll('[type="checkbox"]')) tick.checked = false;
      codeOf(row).value = Math.max(0, ...all().map((each) => Number(codeOf(each).value) || 0)) + 1;
      rows.append(row);
      renumber();
      row.querySelector('textarea').focus();
      return;
    }
    const deed = deeds[button.value.replace(/-\d+$/, '')];
    const row = button.closest('[data-row]');
    if (!deed || !row || all().length < 2) return;
    event.preventDefault();
    deed(row);
    renumber();
    if (row.isConnected) (button.hidden ? row.querySelector('.tools button:not([hidden])') : button).focus();
  });
  for (const row of all()) addMissingSteps(row);
}

// Every row gets both steps, so that it may stand anywhere.
function addMissingSteps(row) {
  const rows = row.closest('[data-rows]');
  const tools = row.querySelector('.tools');
  for (const name of ['down', 'up']) {
    if (tools.querySelector(`[value^="${name}-"]`)) continue;
    const model = rows.querySelector(`[value^="${name}-"]`);
    if (!model) continue;
    const button = model.cloneNode(true);
    button.hidden = true;
    tools.prepend(button);
  }
}

// The outline: items move by drag and by Alt with an arrow; the page stays where it is.
const outline = () => document.querySelector('[data-outline]');
const announcer = document.createElement('p');
announcer.className = 'hide';
announcer.setAttribute('role', 'status');
let queue = Promise.resolve();

const refreshFrom = (fresh) => {
  for (const part of ['.draft-frame', '[data-outline]']) {
    const next = fresh.querySelector(part);
    if (next) document.querySelector(part).replaceWith(next);
  }
  readyOutline();
};

// One move after the other: each is made on the revision that the one before it left.
const move = (changes, itemId, focusOn) => {
  queue = queue.then(() => moveNow(changes, itemId, focusOn));
};

const moveNow = async (changes, itemId, focusOn) => {
  try {
    const response = await send(outline(), changes);
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.message ?? answer.faults[0].message);
    refreshFrom(await pageAt(answer.next));
    const item = document.getElementById(`item-${itemId}`);
    const places = [...document.querySelectorAll('[data-item]')];
    announcer.textContent = outline().dataset.moved.replace('{place}', places.indexOf(item) + 1);
    (item?.querySelector(focusOn) ?? item?.querySelector('a'))?.focus();
  } catch (error) {
    announcer.className = 'notice bad';
    announcer.textContent = `${error.message}. ${outline().dataset.failed}`;
  }
};

function readyOutline() {
  if (!outline()) return;
  for (const grip of document.querySelectorAll('[data-grip]')) {
    grip.draggable = true;
    grip.title = outline().dataset.help;
  }
}

if (outline()) {
  outline().before(announcer);
  readyOutline();
  const STEPS = { ArrowUp: 'up', ArrowDown: 'down' };

  document.addEventListener('keydown', (event) => {
    const item = event.target.closest('[data-item]');
    const step = STEPS[event.key];
    if (!item || !event.altKey || !step) return;
    event.preventDefault();
    move({ _do: `item-${step}:${item.dataset.item}` }, item.dataset.item, '.ask');
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[name="_do"]');
    const [, step, id] = /^item-(up|down):(.+)$/.exec(button?.value ?? '') ?? [];
    if (!id) return;
    event.preventDefault();
    move({ _do: button.value }, id, `[value="item-${step}:${id}"]`);
  });

  let lifted = null;
  const landings = () => document.querySelectorAll('.landing');
  const targetOf = (event) => event.target.closest('[data-item], .outline-items, .outline-section');
  document.addEventListener('dragstart', (event) => {
    lifted = event.target.closest?.('[data-item]') ?? null;
    if (!lifted) return;
    lifted.classList.add('lifted');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', lifted.dataset.item);
    event.dataTransfer.setDragImage(lifted, 20, 20);
  });
  document.addEventListener('dragover', (event) => {
    const target = lifted && targetOf(event);
    if (!target) return;
    event.preventDefault();
    for (const old of landings()) old.classList.remove('landing');
    (target.matches('[data-item]') ? target : target.closest('.outline-section').querySelector('.outline-add')).classList.add(
      'landing',
    );
  });
  document.addEventListener('drop', (event) => {
    const target = lifted && targetOf(event);
    if (!target) return;
    event.preventDefault();
    const id = lifted.dataset.item;
    const before = target.matches('[data-item]') ? target.dataset.item : '';
    const { section } = target.closest('.outline-section').querySelector('[data-section]').dataset;
    if (before !== id) move({ _do: `item-place:${id}`, _place: `${section}:${before}` }, id, '.ask');
  });
  document.addEventListener('dragend', () => {
    lifted?.classList.remove('lifted');
    for (const old of landings()) old.classList.remove('landing');
    lifted = null;
  });
}
