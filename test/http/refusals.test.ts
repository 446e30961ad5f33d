import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../security/client.js';
import { A_COORDINATOR, startResultsApp, type ResultsApp } from '../support/resultsApp.js';
import { anObservation, aWave } from '../support/resultsScenario.js';

let app: ResultsApp;
let staff: Client;

/** A town with an official figure that was entered twice. */
beforeAll(async () => {
  app = await startResultsApp();
  app.person = A_COORDINATOR;
  app.waves = [aWave()];
  const figure = anObservation('population', 2019, 86_000);
  app.observations = [figure, { ...figure, id: 'entered again' }];
  await app.receive(aWave(), 'zhezkazgan', 12);
  staff = new Client(app.baseUrl);
});
afterAll(() => app.close());

describe('a computation that cannot be done', () => {
  it.each([
    ['kk', 'Бір көрсеткішке бір жыл үшін екі мән енгізілген. Біреуін қалдырыңыз. Толығырақ: «Халық саны'],
    ['ru', 'Для одного показателя и одного года введены два значения. Оставьте одно. Подробности: «Численность населения'],
    ['en', 'Two figures were entered for the same input and year. Keep one of them. Details: “'],
  ])('reaches the page in %s as a sentence that names the figure and the year', async (language, sentence) => {
    const { status, body } = await staff.get(`/results/zhezkazgan/2019?lang=${language}`);
    expect(status).toBe(409);
    expect(body.replaceAll('&#34;', '"')).toContain(sentence);
    expect(body).toContain('2019');
    expect(body).not.toContain('duplicate-observation');
  });

  it('reaches programs as a problem document with the same sentence', async () => {
    const response = await fetch(`${app.baseUrl}/api/v1/scores`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'ru' },
      body: JSON.stringify({ town: 'zhezkazgan', year: 2019 }),
    });
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: 'urn:aleuet:duplicate-observation',
      title: expect.stringContaining('введены два значения') as string,
      faults: [{ field: 'population' }],
    });
  });
});
