// Re-exports only.
@_exported public import EntenteAttribution
@_exported public import EntenteBrief
@_exported public import EntenteClaims
@_exported public import EntenteDating
@_exported public import EntenteExcitation
@_exported public import EntenteHistory
@_exported public import EntenteNumerics
@_exported public import EntenteRecord
@_exported public import EntenteSources
@_exported public import EntenteStrategies
@_exported public import EntenteStructure
@_exported public import EntenteTriggers
