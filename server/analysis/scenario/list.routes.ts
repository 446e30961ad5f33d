import { Router, type Request } from 'express';
import { mayUseTown } from '../../accounts/index.js';
import { parseRequest } from '../../http/parse.js';
import { renderView } from '../../http/views.js';
import { textsIn } from '../../i18n/index.js';
import { analysisLayout } from '../layouts.js';
import { comparedTowns, inOrder, type ComparedTown } from './comparedTowns.js';
import { entryAddress, withChoices } from './pages/scenarioAddresses.js';
import { buildScenarioListPage } from './pages/scenarioList.viewModels.js';
import { MOST_PROFILES, profileChart } from './profileChart.js';
import { publishedPicture } from './published.js';
import { ListChoiceSchema } from './scenario.requests.js';
import { lastYear, type ScenarioPageServices } from './scenarioPage.js';

type DrawableTown = ComparedTown & { value: string };

/** All towns: those of the paper, those entered in a year in their order, and profiles side by side. */
export function listRouter(services: ScenarioPageServices): Router {
  const { accounts, definitions, scenarios, scenarioMethods, clock } = services;
  const router = Router();

  router.get('/analysis/scenario', async (req, res) => {
    const { language } = req;
    const choice = parseRequest(ListChoiceSchema, req.query);
    const method = scenarioMethods.get(choice.version);
    const entries = await scenarios.listNewest();
    const years = [...new Set(entries.map(({ year }) => year))].sort((a, b) => b - a);
    const year = choice.year ?? years[0] ?? lastYear(clock);
    const ofYear = entries.filter((entry) => entry.year === year);
    const nameOf = (id: string): string => definitions.findTown(id)?.name[language] ?? id;
    const version = choice.version ?? null;
    const hrefOf = ({ townId }: { townId: string }): string => withChoices(entryAddress(townId, year), { version });
    const ranked = inOrder(comparedTowns(ofYear, method, nameOf, hrefOf), choice.order, method);
    const published = publishedTowns(req, method);
    const drawable = [...ranked.map((town) => ({ ...town, value: town.townId })), ...published.map(({ drawn }) => drawn)];
    const drawn = chosen(drawable, choice.towns);
    const page = buildScenarioListPage({
      layout: analysisLayout(req, {
        title: textsIn(language)('scenarioData.list_title'),
        synthetic: ofYear.some(({ synthetic }) => synthetic),
      }),
      language,
      towns: definitions.towns,
      entries,
      year,
      years: years.includes(year) ? years : [year, ...years],
      method,
      methods: scenarioMethods.list(),
      order: choice.order,
      ranked,
      published,
      drawable,
      drawn,
      most: MOST_PROFILES,
      chart: profileChart(drawn, method, language),
      yearToEnter: lastYear(clock),
      mayEnter: (townId) => mayUseTown(accounts.personOf(req), townId),
    });
    await renderView(res, 'analysis/scenarioList', page);
  });

  return router;

  /** What is printed stands beside what the version read from the paper gives; profiles are drawn by the version chosen. */
  function publishedTowns({ language }: Request, method: ReturnType<typeof scenarioMethods.newest>) {
    const t = textsIn(language);
    const publication = definitions.publishedScenarios;
    const ofPaper = definitions.scenarioMethod(publication.method.id, publication.method.version);
    return publication.towns.map((printed) => {
      const town = definitions.town(printed.town);
      const drawn: DrawableTown = {
        townId: town.id,
        value: `published-${town.id}`,
        name: t('scenarioData.published_name', { town: town.name[language] }),
        synthetic: false,
        href: `/analysis/scenario/published/${town.id}`,
        picture: publishedPicture(printed, method),
      };
      return { town, marks: printed.marks, picture: publishedPicture(printed, ofPaper), drawn };
    });
  }
}

/** The towns asked for; where none is, those of the paper, with which everything can be compared. */
function chosen(drawable: readonly DrawableTown[], asked: readonly string[]): DrawableTown[] {
  const wanted =
    asked.length > 0 ? asked : drawable.filter(({ value }) => value.startsWith('published-')).map(({ value }) => value);
  return drawable.filter(({ value }) => wanted.includes(value)).slice(0, MOST_PROFILES);
}
