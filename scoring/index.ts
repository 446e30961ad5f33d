export * from './scoringError.js';

export * from './statistics/canonicalNumbers.js';
export * from './statistics/interval.js';
export * from './statistics/roundTo.js';

export * from './indicators/indicatorScoring.js';
export * from './indicators/observation.js';
export * from './indicators/qualityFlags.js';
export * from './indicators/statisticalFigure.js';
export * from './indicators/statisticalFormulas.js';
export * from './indicators/statisticalIndicators.js';

export * from './estimates/codeDistribution.js';
export * from './estimates/covariance.js';
export * from './estimates/dataColumns.js';
export * from './estimates/itemAnswers.js';
export * from './estimates/satisfiedShare.js';
export * from './estimates/surveyEstimates.js';

export * from './disclosure/complementarySuppression.js';
export * from './disclosure/disclosed.js';
export * from './disclosure/disclosedEstimate.js';
export * from './disclosure/disclosedItem.js';
export * from './disclosure/overlappingSets.js';
export * from './disclosure/populationComparison.js';
export * from './disclosure/publishedCounts.js';
export * from './disclosure/releaseMerge.js';
export * from './disclosure/releasedEstimates.js';

export * from './scores/comparableTowns.js';
export * from './scores/contributions.js';
export * from './scores/impliedWeights.js';
export * from './scores/indicatorScore.js';
export * from './scores/methodDifferences.js';
export * from './scores/samplingError.js';
export * from './scores/scoreInputs.js';
export * from './scores/scoreTree.js';
export * from './scores/townScore.js';
