// In C, since Swift cannot ask for one bit of each byte that equals another, which a processor gives
// in one step. Vectors of the compiler, so that there is one text for all processors.
#include "scan.h"

#include <stdbool.h>
#include <string.h>

typedef uint8_t bytes16 __attribute__((ext_vector_type(16)));
typedef bool bits16 __attribute__((ext_vector_type(16)));

#define BLOCK 64
#define TOP (1ULL << 63)

// A bit for each of 64 bytes that is `byte`.
static inline uint64_t equal(const uint8_t *bytes, uint8_t byte) {
  uint64_t found = 0;
  for (int i = 0; i < BLOCK / 16; i++) {
    bytes16 some;
    memcpy(&some, bytes + 16 * i, sizeof some);
    bits16 same = __builtin_convertvector(some == (bytes16)byte, bits16);
    uint16_t bits;
    memcpy(&bits, &same, sizeof bits);
    found |= (uint64_t)bits << (16 * i);
  }
  return found;
}

struct entente_marks entente_mark(
    const uint8_t *bytes, size_t from, size_t to, uint8_t delimiter, uint32_t *ends, uint32_t *lines,
    struct entente_marks marks) {
  for (size_t at = from; at < to; at += BLOCK) {
    uint64_t newlines = equal(bytes + at, 10);
    uint64_t found = equal(bytes + at, delimiter) | newlines;
    if (to - at < BLOCK) {
      uint64_t inside = (1ULL << (to - at)) - 1;
      newlines &= inside;
      found &= inside;
    }
    while (newlines != 0) {
      uint64_t upto = newlines ^ (newlines - 1);
      lines[marks.lines++] = (uint32_t)(marks.ends + (size_t)__builtin_popcountll(found & upto));
      newlines &= newlines - 1;
    }
    // Eight at a time, be they there or not: a loop that ends with the last one is guessed wrong in
    // every block, which costs more than to write what is written over later.
    uint32_t *next = ends + marks.ends;
    size_t count = (size_t)__builtin_popcountll(found);
    marks.ends += count;
    for (size_t done = 0; done < count; done += 8) {
      for (int i = 0; i < 8; i++) {
        next[i] = (uint32_t)at + (uint32_t)__builtin_ctzll(found | TOP);
        found &= found - 1;
      }
      next += 8;
    }
  }
  return marks;
}
