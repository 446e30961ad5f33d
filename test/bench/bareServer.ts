import ejs from 'ejs';
import express from 'express';
import Database from 'libsql';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The yardstick: Express with nothing but what the work itself needs – an EJS page of a form, a form post, and a durable
 * insert of what was posted. `POST /save` stores a page, `POST /done` a response; both answer 303 to a page.
 */
const folder = mkdtempSync(join(tmpdir(), 'aleuet-bare-'));
const store = new Database(join(folder, 'bare.sqlite'));
store.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE saved (id BLOB PRIMARY KEY, body TEXT) WITHOUT ROWID');
const insert = store.prepare('INSERT INTO saved (id, body) VALUES (?, ?)');
const page = ejs.compile(
  `<!doctype html><html lang="kk"><head><meta charset="utf-8"><title><%= page.title %></title></head><body><form method="post" action="/save">
<% for (const question of page.questions) { %><fieldset><legend><%= question.text %></legend>
<% for (const option of question.options) { %><label><input type="radio" name="<%= question.id %>" value="<%= option.code %>"><span><%= option.label %></span></label>
<% } %></fieldset><% } %><button>Next</button></form></body></html>`,
  { strict: true, localsName: 'page' },
);

const app = express();
app.use(express.urlencoded({ extended: false }));
app.get('/page/:questions', (req, res) => {
  const questions = Array.from({ length: Number(req.params.questions) }, (_, at) => ({
    id: `question_${at}`,
    text: 'How satisfied are you with the quality of this service in your town?',
    options: Array.from({ length: 7 }, (_option, code) => ({ code, label: `Answer number ${code}` })),
  }));
  res.type('html').send(page({ title: 'A page', questions }));
});
app.post('/save', (req, res) => {
  insert.run([randomBytes(16), JSON.stringify(req.body)]);
  res.redirect(303, '/page/4');
});
const server = app.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('disconnect', () => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
