// libcurl's easy interface. Its setters and getters take a variable number of arguments, which
// Swift cannot call: one function here for each type of argument.
#pragma once
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

typedef size_t (*entente_curl_receiver)(char *bytes, size_t size, size_t count, void *context);
typedef int (*entente_curl_watcher)(
  void *context, curl_off_t total, curl_off_t now, curl_off_t upTotal, curl_off_t upNow);

static inline CURLcode entente_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode entente_curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode entente_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode entente_curl_set_list(
  CURL *handle, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode entente_curl_set_receiver(
  CURL *handle, CURLoption option, entente_curl_receiver value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode entente_curl_set_watcher(
  CURL *handle, CURLoption option, entente_curl_watcher value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode entente_curl_get_number(CURL *handle, CURLINFO info, long *value) {
  return curl_easy_getinfo(handle, info, value);
}
// Once for the process, before any thread; the macro behind the argument does not import.
static inline CURLcode entente_curl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
