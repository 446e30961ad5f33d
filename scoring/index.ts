/**
 * The only door of the room: values in, values out. Read in the order of the flow
 * data matrix → estimates → disclosure control → score, with official indicators joining at the score.
 */
export { SCORING_ERROR_CODES, ScoringError, type ScoringErrorCode } from './scoringError.js';

export { qualityFlagsFrom, type QualityFlags, type ResponsePace } from './indicators/qualityFlags.js';
export { indicatorScoringFrom, type IndicatorScoring } from './indicators/indicatorScoring.js';
export { respondentScoreFrom, type RespondentScore } from './indicators/respondentScore.js';
export type { Observation, ObservationWindow } from './indicators/observation.js';
export type { StatisticalFigure, UndefinedFigure } from './indicators/statisticalFigure.js';
export { statisticalIndicatorsFrom, type StatisticalIndicator } from './indicators/statisticalIndicators.js';

export { columnsFromBlocks, type CodeColumn, type DataColumns } from './estimates/dataColumns.js';
export {
  surveyEstimatesFrom,
  type EstimateOptions,
  type EstimateRequest,
  type SurveyEstimate,
  type SurveyEstimates,
} from './estimates/surveyEstimates.js';
export type { ItemChoice } from './estimates/itemAnswers.js';
export { codeDistributionFrom, type CodeDistribution } from './estimates/codeDistribution.js';
export { satisfiedShareFrom, type SatisfiedShare } from './estimates/satisfiedShare.js';
export type { Covariance } from './estimates/covariance.js';
export { domainFrom, type DomainChoice } from './estimates/domain.js';
export { indicatorScoresFrom, itemScoresFrom } from './estimates/scoreColumns.js';
export { nonResponseFrom, type NonResponse } from './estimates/nonResponse.js';
export { groupDifferencesFrom, type GroupDifference } from './estimates/groupDifferences.js';
export { completenessFrom } from './estimates/completeness.js';
export { completionRatesFrom, responseRatesFrom, type FieldOutcomes } from './estimates/responseRates.js';

export { disclosureRuleFor, published, SUPPRESSED, type Disclosed, type DisclosureRule } from './disclosure/disclosed.js';
export {
  disclosedEstimateFrom,
  disclosedEstimatesFrom,
  type DisclosedEstimates,
  type PublishedEstimate,
} from './disclosure/disclosedEstimate.js';
export {
  disclosedItemFrom,
  type DisclosedItem,
  type PublishedDistribution,
  type PublishedShare,
} from './disclosure/disclosedItem.js';
export { suppressedCodesFrom, type TableCell } from './disclosure/complementarySuppression.js';
export { isRevealingDifference, overlapOf, publishableOf, type Overlap } from './disclosure/overlappingSets.js';
export { comparisonFrom, type PopulationComparison } from './disclosure/populationComparison.js';
export { publishedCountsFrom, type PublishedCounts } from './disclosure/publishedCounts.js';
export { leavingOut, releasedCellFrom, type ReleasedCell } from './disclosure/releaseMerge.js';
export { disclosedFromRelease, releasedEstimatesFrom, type ReleasedEstimates } from './disclosure/releasedEstimates.js';

export { scoreInputsFrom, type TownData } from './scores/scoreInputs.js';
export { townScoreFrom, type ScoreInputs, type TownScore } from './scores/townScore.js';
export { scoreOfValue, type IndicatorScore, type ScoreInput } from './scores/indicatorScore.js';
export type { BlockScore, IntegralScore, ScoreTree, SubIndexId, SubIndexScore } from './scores/scoreTree.js';
export type { AggregateScore } from './scores/treeStep.js';
export type { SamplingError } from './scores/samplingError.js';
export { contributionsFrom, type Contributions } from './scores/contributions.js';
export type { ScoreNodeId } from './scores/scoreNode.js';
export { whatIfFrom, type Change } from './scores/whatIf.js';
export { gainsFrom, type Gain, type Gains, type GainStep } from './scores/gains.js';
export { blockOfIndicator } from './scores/blockOfIndicator.js';
export { coinrTablesFrom, type CoinrDataRow, type CoinrTables, type CoinrTown } from './scores/coinrTables.js';
export type { CoinrLabels, CoinrMean, CoinrMetaRow } from './scores/coinrMeta.js';
export { coinrIndexFrom } from './scores/coinrIndex.js';
export { impliedWeightsFrom } from './scores/impliedWeights.js';
export { weakestIndicators, type MeasuredIndicator, type WeakIndicator } from './scores/weakestIndicators.js';
export { changesBetweenWaves, type IndicatorChange, type IndicatorOfTwoWaves } from './scores/changesBetweenWaves.js';
export { comparableTownsFrom, type ComparedTown, type TownComparison } from './scores/comparableTowns.js';
export { methodDifferencesFrom, requireSameMethod, type MethodDifference } from './scores/methodDifferences.js';

export type { Interval } from './statistics/interval.js';
export { welchTest, type SampleEstimate, type WelchTest } from './statistics/welchTest.js';
export { holmAdjusted } from './statistics/holmAdjusted.js';
export { roundTo } from './statistics/roundTo.js';
export { withCanonicalNumbers, type JsonValue } from './statistics/canonicalNumbers.js';

export { linearRegressionFrom, type LinearRegression } from './regression/linearRegression.js';
export { clusterRobustStandardErrors, robustStandardErrors, type RobustTable } from './regression/robustStandardErrors.js';
export { ROBUST_TYPES, type RobustType } from './regression/robustCovariance.js';
export { breuschPagan, breuschPaganTests, type BreuschPagan, type ChiSquareTest } from './regression/breuschPagan.js';
export { robustRegressionFrom, type RobustOptions, type RobustRegression } from './regression/robustRegression.js';
export { INFLUENCE_FUNCTIONS, type InfluenceFunctionName } from './regression/influenceFunctions.js';
export type { PanelTable } from './regression/panelTable.js';
export { transformedPanel } from './regression/panelTransformation.js';
export { sharesAboveWhole, type ShareAboveWhole } from './regression/sharesAboveWhole.js';
export { formulaOf } from './regression/formulaOf.js';
export { panelModelFrom, type PanelEffect, type PanelModel, type PanelSpecification } from './regression/panelModel.js';
export { panelRegressionFrom, type PanelRegression } from './regression/panelRegression.js';
export { panelRobust, type PanelClustering } from './regression/panelRobust.js';
export { fixedEffectsOf, type FixedEffects } from './regression/fixedEffects.js';
export { influenceOf, panelInfluenceOf, type RowInfluence } from './regression/influence.js';
export { varianceInflation } from './regression/varianceInflation.js';
export type { Coefficient } from './regression/coefficients.js';
export type { ModelSpecification } from './regression/design.js';

export {
  normalisedColumn,
  type ColumnNormalisation,
  type Direction,
  type IndicatorColumn,
} from './composite/normalisedColumn.js';
export { goalpostScore, type Goalposts } from './composite/goalpostScore.js';
export { weightedMean, type Mean } from './composite/weightedMean.js';
export {
  compositeIndexFrom,
  type CompositeIndex,
  type IndexGroup,
  type IndexIndicator,
  type IndexStructure,
} from './composite/compositeIndex.js';
export { pcaWeights, type PcaWeights } from './composite/pcaWeights.js';
export { pcaTownWeights } from './composite/pcaTownWeights.js';
export { ahpWeights, type AhpWeights } from './composite/ahpWeights.js';
export { entropyWeights } from './composite/entropyWeights.js';
export { criticWeights } from './composite/criticWeights.js';
export { importanceOf } from './composite/importanceOf.js';
export type { Column } from './statistics/column.js';
export { sampleMomentsOf, type SampleMoments } from './statistics/sampleMoments.js';
export type { CorrelationKind } from './statistics/correlation.js';
export { completeRows, correlationMatrix, type MissingRows } from './statistics/correlationMatrix.js';
export { correlationTest, type CorrelationTest } from './statistics/correlationTest.js';
export { kendallTest, type KendallTest } from './statistics/kendallTest.js';
export { sobolIndices, type SobolIndices, type SobolRuns, type SobolVariant } from './uncertainty/sobolIndices.js';
export { sobolIntervals, type BootstrapOptions, type SobolIntervals } from './uncertainty/sobolIntervals.js';
export { scoreIntervalsFrom, type ScoreIntervals } from './uncertainty/scoreIntervals.js';
export { rankIntervalsFrom, type RankIntervals } from './uncertainty/rankIntervals.js';
export { changesOfScores, type ScoreChange, type ScoreChanges } from './uncertainty/changesOfScores.js';
export { scoreSensitivityFrom, type ScoreSensitivity } from './uncertainty/scoreSensitivity.js';
export { rankSensitivityFrom, type RankSensitivity } from './uncertainty/rankSensitivity.js';
export type { AnalysedSensitivity, GroupSensitivity, SensitivityOptions, VarianceShare } from './uncertainty/sensitivity.js';
export { driversOf, type Drivers } from './uncertainty/driversOf.js';
export type { DrawGroup } from './uncertainty/modelDraw.js';
export {
  officialCovarianceFrom,
  USUAL_OFFICIAL_ERRORS,
  type GradedObservation,
  type OfficialErrors,
} from './uncertainty/officialCovariance.js';
export { doubtedInputs } from './uncertainty/doubtedInputs.js';
export type { ChangeVerdict } from './scores/changeVerdict.js';
export type { DrawnFigure, DrawOptions } from './uncertainty/drawOptions.js';
export { varietyFrom, type ActivityFigure, type Variety } from './diversification/variety.js';
export { locationQuotients } from './diversification/locationQuotients.js';
export {
  diversificationFrom,
  type Diversification,
  type DiversificationOptions,
  type RegionYear,
} from './diversification/diversification.js';
export type { FigureFault, FigureFaultCode } from './diversification/figureFaults.js';
export type { RegionEconomy, StructuralCoefficient } from './diversification/regionEconomy.js';
export type { NationalFigure, SectorFigure } from './diversification/sectorTable.js';
export { measureChanges, type MeasureChange } from './diversification/measureChanges.js';
export { sharedPlaces, type SharedPlace } from './diversification/sharedPlaces.js';

export type { WeightingKind } from './weights/adjustedToShares.js';
export { weightsAmongAll, type PlacedWeights } from './weights/weightsAmongAll.js';
export { townWeightsFrom, type CategoryMovement, type MarginMovement, type TownWeights } from './weights/townWeights.js';
export { sharesFromCounts, type CountMargin, type ShareMargin } from './weights/shareMargin.js';
export { mergedMargin, mergeProposalsFor, type MergeProposal } from './weights/mergeProposals.js';
export { rakedWeights, type Raking, type RakingOptions } from './weights/rakedWeights.js';
export { postStratifiedWeights } from './weights/postStratifiedWeights.js';
export { calibratedWeights, type Auxiliary } from './weights/calibratedWeights.js';
export type { CalibrationBounds, CalibrationDistance } from './weights/calibrationDistance.js';
export { trimmedWeights, type TrimmingBounds } from './weights/trimmedWeights.js';
export { weightSummaryFrom, type WeightSummary } from './weights/weightSummary.js';
export type { Margin } from './weights/margin.js';
export type { WeightAdjustment } from './estimates/weightAdjustment.js';
export { designEstimateFrom, type DesignEstimate, type DesignEstimateOptions } from './estimates/designEstimate.js';
export { designProportionInterval, type DesignProportion, type ProportionMethod } from './estimates/designProportionInterval.js';

export { cronbachAlpha, type AlphaOfItems, type CronbachAlpha } from './reliability/cronbachAlpha.js';
export { mcdonaldOmega, type FactorFit, type McDonaldOmega } from './reliability/mcdonaldOmega.js';
export { indicatorReliabilityFrom, LEAST_COMPLETE, type IndicatorReliability } from './reliability/indicatorReliability.js';
export { indicatorCorrelationsFrom, REDUNDANT, type IndicatorCorrelation } from './reliability/indicatorCorrelations.js';
export type { ItemCorrelation } from './reliability/itemCorrelations.js';
export type { MissingAnswers } from './reliability/itemCovariance.js';
export type { ItemStatistics } from './reliability/itemStatistics.js';

export { quantile, type QuantileType } from './statistics/quantile.js';
export { boxPlotFrom, fiveNumbers, type BoxPlot, type QuartileRule } from './statistics/boxPlot.js';
export { summaryStatisticsFrom, type SummaryStatistics } from './statistics/summaryStatistics.js';
export { normalPlotFrom, type NormalPlot } from './statistics/normalPlot.js';
export { shapeOf, type ShapeByType } from './statistics/shape.js';
export { proportionInterval, type CountedShare, type ProportionIntervalMethod } from './statistics/proportionInterval.js';

export { scenarioFrom, type ScenarioReading } from './scenario/scenario.js';
export type { ComputedFigure, MissingFigure, ScenarioFigure, ScenarioOptions } from './scenario/scenarioFigures.js';
export type { ScenarioInputs } from './scenario/scenarioInputs.js';
export {
  greatestMark,
  marksFromBands,
  type ScenarioBands,
  type ScenarioMark,
  type ScenarioMarks,
} from './scenario/scenarioMarks.js';
export { scenarioSensitivityFrom, type InputSensitivity } from './scenario/scenarioSensitivity.js';
export type { BandChange, InputMovements, Movement, Movements } from './scenario/inputMovements.js';
export { recommendedMixFrom, type MixShare, type RecommendedMix } from './scenario/recommendedMix.js';
