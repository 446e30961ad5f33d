import compression from 'compression';
import express, { type Express } from 'express';
import { readerNamesFrom } from './definitions/index.js';
import type { Dependencies } from './dependencies.js';
import { readAssetVersions, serveAssets } from './http/assets.js';
import { readCookies } from './http/cookies.js';
import { createCsrfProtection } from './http/csrf.js';
import { answerErrors, noSuchPage } from './http/errorHandler.js';
import { chooseLanguage } from './http/language.js';
import { logRequests } from './http/requestLog.js';
import { securityHeaders } from './http/securityHeaders.js';
import { createViewRenderer } from './http/views.js';

/** The whole application on one screen: what every request passes, then the features in the order of the data's flow. */
export function createApp(dependencies: Dependencies): Express {
  const { config, log, sessionSecret } = dependencies;
  const { accounts, design, fieldwork, respond, official, results, analysis, exports, operations } = dependencies;
  const secure = config.baseUrl.startsWith('https:');
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy ?? false);
  app.locals.views = createViewRenderer(config.rootDir, config.production);
  app.locals.assetVersions = readAssetVersions(config.rootDir);

  app.use(logRequests(log), securityHeaders(config.baseUrl), compression());
  app.use('/assets', serveAssets(config.rootDir));
  app.use(operations.router);
  app.use(readCookies, chooseLanguage(secure));
  app.use('/api/v1', accounts.recogniseApiToken, express.json({ limit: config.limits.formBytes }));
  for (const feature of [accounts, fieldwork, respond, official, results, exports]) app.use('/api/v1', feature.apiRouter);
  app.use(
    express.urlencoded({ extended: false, limit: config.limits.formBytes }),
    createCsrfProtection(sessionSecret, secure).protectForms,
  );
  app.use(respond.router);
  app.use(accounts.session);
  app.use(respond.staffRouter);
  for (const feature of [accounts, design, fieldwork, official, results, analysis, exports]) app.use(feature.router);
  app.use(noSuchPage, answerErrors(log, readerNamesFrom(dependencies.definitions)));
  return app;
}
