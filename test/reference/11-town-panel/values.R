# Values of a panel of towns by R 4.2.2: lm and influence measures (stats), lmtest, sandwich, car, MASS, plm.
# Run in this folder: Rscript values.R
suppressMessages({ library(jsonlite); library(lmtest); library(sandwich); library(car); library(MASS); library(plm) })

panel <- read.csv("town-panel.csv")
panel <- panel[order(panel$town, panel$year), ]
before <- function(column) ave(column, panel$town, FUN = function(x) c(NA, head(x, -1)))
growth <- function(column) column / before(column) - 1
panel <- within(panel, {
  log_y <- log(y)
  log_y_per <- log(1e6 * y / population)
  man_rate <- 100 * man / y
  man_grw <- growth(man)
  inno_per <- inno / population
  lab <- labour_force / population
  mig_grw <- growth(net_migration)
  pop_grw <- growth(population)
})

lines <- function(table) {
  lapply(seq_len(nrow(table)), function(at) {
    line <- list(term = rownames(table)[at], estimate = table[at, 1], standardError = table[at, 2], t = table[at, 3])
    if (ncol(table) > 3) c(line, p = table[at, 4]) else line
  })
}
chi <- function(test) list(statistic = unname(test$statistic), degreesOfFreedom = unname(test$parameter), p = unname(test$p.value))
variance <- function(fit, terms) list(
  studentized = chi(bptest(fit, terms, data = model.frame(fit))),
  nonStudentized = chi(bptest(fit, terms, data = model.frame(fit), studentize = FALSE)))

# The eight specifications: two responses, share or growth of manufacturing, innovators or innovators per head; weights 1/lab.
specifications <- expand.grid(inno = c("inno", "inno_per"), man = c("man_rate", "man_grw"), y = c("log_y", "log_y_per"), stringsAsFactors = FALSE)
eight <- lapply(seq_len(nrow(specifications)), function(at) {
  s <- specifications[at, ]
  fit <- lm(reformulate(c(s$man, s$inno, "lab", "mig_grw", "pop_grw"), s$y), panel, weights = 1 / lab)
  told <- summary(fit)
  list(name = paste0("WLS.", at), coefficients = lines(coef(told)), n = nobs(fit), rSquared = told$r.squared,
       adjustedRSquared = told$adj.r.squared, residualStandardError = told$sigma, f = unname(told$fstatistic[1]), aic = AIC(fit),
       bic = BIC(fit), inflation = as.list(vif(fit)))
})

terms <- c("man_rate", "inno", "lab", "mig_grw", "pop_grw")
equation <- reformulate(terms, "log_y")
used <- panel[complete.cases(panel[terms]), ]
ols <- lm(equation, used)
errors <- lapply(c(HC0 = "HC0", HC1 = "HC1", HC2 = "HC2", HC3 = "HC3", HC4 = "HC4"), function(type) {
  lines(unclass(coeftest(ols, vcovHC(ols, type = type))))
})
errors$cluster <- lines(unclass(coeftest(ols, vcovCL(ols, cluster = used$town, type = "HC1"), df = length(unique(used$town)) - 1)))
robust <- lapply(list(huber = psi.huber, bisquare = psi.bisquare), function(psi) {
  fit <- rlm(equation, used, psi = psi, maxit = 5000, acc = 1e-13)
  list(coefficients = lines(coef(summary(fit))), scale = fit$s, weights = unname(fit$w))
})
within_towns <- lapply(c(individual = "individual", time = "time", twoways = "twoways"), function(effect) {
  fit <- plm(equation, used, index = c("town", "year"), model = "within", effect = effect)
  told <- summary(fit)
  clustered <- vcovHC(fit, method = "arellano", type = "sss", cluster = "group")
  list(coefficients = lines(coef(told)), rSquared = unname(told$r.squared[1]), degreesOfFreedom = fit$df.residual,
       clustered = lines(unclass(coeftest(fit, clustered))))
})

write_json(
  list(
    eight = eight,
    ols = list(coefficients = lines(coef(summary(ols))), errors = errors, variance = variance(ols, reformulate(terms)),
               drivers = lapply(setNames(terms, terms), function(term) variance(ols, reformulate(term))),
               leverage = unname(hatvalues(ols)), studentised = unname(rstudent(ols)), cooksDistance = unname(cooks.distance(ols))),
    robust = robust,
    within = within_towns),
  "values.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
