public import ArgumentParser

/// A subcommand of `entente`.
///
/// Each file of `Commands/` holds one, named for its type, and the build lists them: a new command
/// is one new file and no other edit.
public protocol Command: ParsableCommand {}
