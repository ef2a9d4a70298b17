package dev.fer4j.data.manifest;

import java.util.Set;

/** The published terms that a description may use. */
final class CroissantVocabulary {

    /**
     * Properties of the Croissant 1.0 specification (docs/croissant-spec.md and docs/croissant.ttl
     * of github.com/mlcommons/croissant) and of its RAI extension (docs/croissant_rai.ttl).
     */
    static final Set<String> PROPERTIES =
            Set.of(
                    // Dataset: schema.org's, and Croissant's own.
                    "conformsTo",
                    "name",
                    "description",
                    "license",
                    "url",
                    "creator",
                    "datePublished",
                    "keywords",
                    "publisher",
                    "version",
                    "dateCreated",
                    "dateModified",
                    "sameAs",
                    "sdLicense",
                    "inLanguage",
                    "distribution",
                    "recordSet",
                    "isLiveDataset",
                    "citeAs",
                    // FileObject and FileSet.
                    "contentUrl",
                    "contentSize",
                    "encodingFormat",
                    "sha256",
                    "containedIn",
                    "includes",
                    "excludes",
                    // RecordSet, Field, DataSource, Extract and Transform.
                    "field",
                    "key",
                    "data",
                    "examples",
                    "source",
                    "dataType",
                    "repeated",
                    "equivalentProperty",
                    "references",
                    "subField",
                    "parentField",
                    "fileObject",
                    "fileSet",
                    "extract",
                    "transform",
                    "format",
                    "fileProperty",
                    "column",
                    "jsonPath",
                    "regex",
                    // Responsible AI.
                    "rai:dataCollection",
                    "rai:dataCollectionType",
                    "rai:dataCollectionMissingData",
                    "rai:dataCollectionRawData",
                    "rai:dataCollectionTimeframe",
                    "rai:dataPreprocessingProtocol",
                    "rai:dataImputationProtocol",
                    "rai:dataManipulationProtocol",
                    "rai:dataReleaseMaintenancePlan",
                    "rai:personalSensitiveInformation",
                    "rai:dataAnnotationProtocol",
                    "rai:dataAnnotationPlatform",
                    "rai:dataAnnotationAnalysis",
                    "rai:annotationsPerItem",
                    "rai:annotatorDemographics",
                    "rai:machineAnnotationTools",
                    "rai:dataSocialImpact",
                    "rai:dataBiases",
                    "rai:dataLimitations",
                    "rai:dataUseCases");

    static final Set<String> CLASSES =
            Set.of("sc:Dataset", "cr:FileObject", "cr:FileSet", "cr:RecordSet", "cr:Field");

    static final Set<String> DATA_TYPES =
            Set.of(
                    "sc:Text",
                    "sc:Integer",
                    "sc:Float",
                    "sc:Boolean",
                    "sc:URL",
                    "sc:Enumeration",
                    "cr:Label",
                    "cr:Split");

    private CroissantVocabulary() {}
}
