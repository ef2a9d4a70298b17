# What pROC 1.18.0 says of the inputs of de-long.tsv: z and p of the difference, variance of the first AUC.
#   apt-get install r-cran-proc
#   Rscript de_long_proc.R < ../resources/dev/fer4j/eval/inference/de-long.tsv \
#     > ../resources/dev/fer4j/eval/inference/de-long-proc.tsv
suppressMessages(library(pROC))
for (line in readLines(file("stdin"))) {
  fields <- strsplit(line, "\t")[[1]]
  classes <- as.integer(strsplit(fields[1], "")[[1]])
  scores <- lapply(strsplit(strsplit(fields[2], ";")[[1]], ","), as.numeric)
  values <- rep(NaN, 3)
  if (length(unique(classes)) == 2 && min(table(classes)) > 1) {
    rocs <- lapply(scores, function(s) roc(classes, s, levels = c(0, 1), direction = "<", quiet = TRUE))
    test <- suppressWarnings(try(
      roc.test(rocs[[1]], rocs[[2]], method = "delong", paired = TRUE), silent = TRUE))
    if (!inherits(test, "try-error")) values[1:2] <- c(test$statistic, test$p.value)
    values[3] <- suppressWarnings(var(rocs[[1]], method = "delong"))
  }
  cat(sub("NA|NaN", "nan", sprintf("%.17g", values)), sep = "\t")
  cat("\n")
}
