import { formFieldsOf } from '../../server/respond/questionForm.js';
import { draftIdOf, responseIdOf } from '../../server/respond/submissionToken.js';
import { questionsInOrder, type Answers, type Definition } from '../../survey-definitions/contract/index.js';
import { Client, type Fields, type Reply } from '../security/client.js';
import { formsOf, type PageForm } from '../support/visitor.js';

/** What somebody who held the phone could know of it. */
export interface KnownOfPhone {
  cookie: string;
  token: string;
  /** What the cookie and the token become in the store. */
  draftId: string;
  responseId: string;
}

/** A respondent's phone whose secrets a test may look at. */
export class Phone {
  readonly client: Client;
  address = '';
  page: Reply = { status: 0, headers: {}, setCookies: [], body: '' };

  constructor(
    baseUrl: string,
    readonly wave: string,
    private readonly definition: Definition,
    headers: Record<string, string> = {},
  ) {
    this.client = new Client(baseUrl, 'en', headers);
  }

  async open(address = `/s/${this.wave}`): Promise<Reply> {
    this.address = address;
    this.page = await this.client.get(address);
    return this.follow();
  }

  form(): PageForm {
    const [form] = formsOf(this.page.body);
    if (!form) throw new Error(`no form on ${this.address}`);
    return form;
  }

  async send(fields: Fields = {}): Promise<Reply> {
    const form = this.form();
    this.address = form.action;
    this.page = await this.client.submit(form, fields);
    return this.follow();
  }

  /** Opens the questionnaire and answers page after page until the address ends so. */
  async answerUntil(ending: string, answers: Answers): Promise<this> {
    if (this.address === '') await this.open();
    while (!this.address.endsWith(ending)) {
      const before = this.address;
      const asked = questionsInOrder(this.definition).filter((item) => this.page.body.includes(`id="${item.id}"`));
      await this.send(formFieldsOf(asked, answers) as Fields);
      if (this.page.status !== 200 || this.address === before) throw new Error(`stuck on ${before}`);
    }
    return this;
  }

  /** Answers the first pages, stops there and sends what there is: the shortest way to a response. */
  async answerBriefly(answers: Answers): Promise<KnownOfPhone> {
    await this.answerUntil('/q/d2_town_conditions', { ...answers, d1_life_satisfaction: 7 });
    const known = this.known();
    await this.send({ _page: 'stop' });
    await this.send({ _choice: 'send' });
    if (!this.address.includes('/thanks')) throw new Error(`not thanked but at ${this.address}`);
    return known;
  }

  known(): KnownOfPhone {
    const cookie = this.client.cookies.get('questionnaire') ?? '';
    const token = /name="_submission" value="([^"]+)"/.exec(this.page.body)?.[1] ?? '';
    if (cookie === '' || token === '') throw new Error('no unfinished questionnaire on this phone');
    return { cookie, token, draftId: draftIdOf(this.wave, cookie), responseId: responseIdOf(this.wave, token) };
  }

  private async follow(): Promise<Reply> {
    while (this.page.headers.location !== undefined) {
      this.address = this.page.headers.location;
      this.page = await this.client.get(this.address);
    }
    return this.page;
  }
}
