// Finds the bytes of a text that end its fields and its lines.
#pragma once
#include <stddef.h>
#include <stdint.h>

// How many numbers stand in the two lists of `entente_mark`.
struct entente_marks {
  size_t ends;
  size_t lines;
};

// Adds to `ends` where in bytes[from..<to] a delimiter or a newline stands, and to `lines`, for each
// newline, how many `ends` there are with it. `marks` says what the lists hold before.
//
// 64 bytes behind `to` must be readable, and `ends` have room for 8 numbers more than are found.
struct entente_marks entente_mark(
    const uint8_t *_Nonnull bytes, size_t from, size_t to, uint8_t delimiter,
    uint32_t *_Nonnull ends, uint32_t *_Nonnull lines, struct entente_marks marks);
