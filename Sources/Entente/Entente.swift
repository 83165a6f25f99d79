// Re-exports only.
