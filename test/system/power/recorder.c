/*
 * Loaded before a program's own libraries (LD_PRELOAD), it records what the program does to the files below POWER_ROOT
 * in the file POWER_LOG: each act after it was done, in the order in which they were done. What cannot be recorded is
 * recorded as such. After POWER_ACTS of them the program is killed. Read by record.ts, which has the layout of a record
 * once more.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MADE = 1, WRITTEN, SIZED, SYNCED, RENAMED, UNLINKED, FOLDER, UNKNOWN };
struct record { uint32_t kind; uint32_t path; uint64_t inode; int64_t at; uint32_t bytes; } __attribute__((packed));
enum { MOST_FILES = 65536 };

static pthread_mutex_t one_by_one = PTHREAD_MUTEX_INITIALIZER;
static const char *root;
static size_t root_length;
static int record_file = -1;
static long acts_left;
static uint64_t inode_of[MOST_FILES];
static char appends[MOST_FILES];

__attribute__((constructor)) static void begin(void) {
  const char *name = getenv("POWER_LOG");
  const char *acts = getenv("POWER_ACTS");
  acts_left = acts ? atol(acts) : 0;
  root = getenv("POWER_ROOT");
  root_length = root ? strlen(root) : 0;
  if (name && root) record_file = syscall(SYS_openat, AT_FDCWD, name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static int is_watched(const char *path) {
  return record_file >= 0 && path && !strncmp(path, root, root_length) && (!path[root_length] || path[root_length] == '/');
}
static const char *below(const char *path) { return path[root_length] ? path + root_length + 1 : ""; }
static uint64_t inode_at(const char *path) {
  struct stat found;
  return lstat(path, &found) ? 0 : found.st_ino;
}
/* Not every close comes by here: a number of a file may be a socket's by now. */
static int watched(int fd) {
  struct stat found;
  return fd >= 0 && fd < MOST_FILES && inode_of[fd] && !fstat(fd, &found) && found.st_ino == inode_of[fd] &&
         (S_ISREG(found.st_mode) || S_ISDIR(found.st_mode));
}

/* Of a change of names, the bytes are the second name. */
static void tell(uint32_t kind, const char *path, uint64_t inode, int64_t at, const void *bytes, size_t count) {
  struct record told = {kind, path ? strlen(path) : 0, inode, at, count};
  struct iovec parts[] = {{&told, sizeof told}, {(void *)path, told.path}, {(void *)bytes, count}};
  if (syscall(SYS_writev, record_file, parts, 3) != (long)(sizeof told + told.path + count)) abort();
  if (acts_left && !--acts_left) kill(getpid(), SIGKILL);
}

#define REAL(result, name, ...)                                                       \
  static result (*real)(__VA_ARGS__);                                                 \
  if (!real) real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)
#define LOCKED(...) { pthread_mutex_lock(&one_by_one); { __VA_ARGS__ } int was = errno; pthread_mutex_unlock(&one_by_one); errno = was; }

static void opened(int fd, const char *path, int flags, int was_there) {
  struct stat found;
  if (fd < 0 || fd >= MOST_FILES || fstat(fd, &found)) return;
  inode_of[fd] = found.st_ino;
  appends[fd] = (flags & O_APPEND) != 0;
  if (!was_there) tell(MADE, below(path), found.st_ino, 0, 0, 0);
  else if (flags & O_TRUNC) tell(SIZED, 0, found.st_ino, 0, 0, 0);
}

#define OPEN(name, before, given, pass)                                               \
  int name(before const char *path, int flags, ...) {                                 \
    REAL(int, name, given const char *, int, ...);                                    \
    va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
    if (!is_watched(path)) return real(pass path, flags, mode);                       \
    int fd;                                                                           \
    LOCKED(int was_there = inode_at(path) != 0; fd = real(pass path, flags, mode); opened(fd, path, flags, was_there);) \
    return fd;                                                                        \
  }
#define COMMA ,
OPEN(open, , , )
OPEN(open64, , , )
OPEN(openat, int at COMMA, int COMMA, at COMMA)
OPEN(openat64, int at COMMA, int COMMA, at COMMA)

static int64_t place_of(int fd) { return appends[fd] ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR); }

#define WRITE(name, type, place, given, ...)                                          \
  ssize_t name given {                                                                \
    REAL(ssize_t, name, type);                                                        \
    if (!watched(fd)) return real(__VA_ARGS__);                                       \
    ssize_t done;                                                                     \
    LOCKED(int64_t from = place; done = real(__VA_ARGS__);                            \
           if (done > 0) tell(WRITTEN, 0, inode_of[fd], from, bytes, done);)          \
    return done;                                                                      \
  }
#define ARGS(...) __VA_ARGS__
WRITE(write, ARGS(int, const void *, size_t), place_of(fd), (int fd, const void *bytes, size_t count), fd, bytes, count)
WRITE(pwrite, ARGS(int, const void *, size_t, off_t), at, (int fd, const void *bytes, size_t count, off_t at), fd, bytes, count, at)
WRITE(pwrite64, ARGS(int, const void *, size_t, off64_t), at, (int fd, const void *bytes, size_t count, off64_t at), fd, bytes, count, at)

#define ON_FILE(name, given, types, record, ...)                                      \
  int name given {                                                                    \
    REAL(int, name, types);                                                           \
    if (!watched(fd)) return real(__VA_ARGS__);                                       \
    int done;                                                                         \
    LOCKED(done = real(__VA_ARGS__); if (done == 0) record;)                          \
    return done;                                                                      \
  }
ON_FILE(ftruncate, (int fd, off_t size), ARGS(int, off_t), tell(SIZED, 0, inode_of[fd], size, 0, 0), fd, size)
ON_FILE(ftruncate64, (int fd, off64_t size), ARGS(int, off64_t), tell(SIZED, 0, inode_of[fd], size, 0, 0), fd, size)
ON_FILE(fsync, (int fd), ARGS(int), tell(SYNCED, 0, inode_of[fd], 0, 0, 0), fd)
ON_FILE(fdatasync, (int fd), ARGS(int), tell(SYNCED, 0, inode_of[fd], 0, 0, 0), fd)
ON_FILE(fallocate, (int fd, int mode, off_t at, off_t size), ARGS(int, int, off_t, off_t), tell(UNKNOWN, "fallocate", 0, 0, 0, 0), fd, mode, at, size)
ON_FILE(posix_fallocate, (int fd, off_t at, off_t size), ARGS(int, off_t, off_t), tell(UNKNOWN, "posix_fallocate", 0, 0, 0, 0), fd, at, size)

#define UNKNOWN_WRITE(name, type, given, ...)                                         \
  ssize_t name given {                                                                \
    REAL(ssize_t, name, type);                                                        \
    if (watched(fd)) tell(UNKNOWN, #name, 0, 0, 0, 0);                                \
    return real(__VA_ARGS__);                                                         \
  }
UNKNOWN_WRITE(writev, ARGS(int, const struct iovec *, int), (int fd, const struct iovec *parts, int count), fd, parts, count)
UNKNOWN_WRITE(pwritev, ARGS(int, const struct iovec *, int, off_t), (int fd, const struct iovec *parts, int count, off_t at), fd, parts, count, at)
UNKNOWN_WRITE(pwritev64, ARGS(int, const struct iovec *, int, off64_t), (int fd, const struct iovec *parts, int count, off64_t at), fd, parts, count, at)
UNKNOWN_WRITE(sendfile, ARGS(int, int, off_t *, size_t), (int fd, int from, off_t *at, size_t count), fd, from, at, count)
UNKNOWN_WRITE(copy_file_range, ARGS(int, off64_t *, int, off64_t *, size_t, unsigned), (int from, off64_t *here, int fd, off64_t *there, size_t count, unsigned flags), from, here, fd, there, count, flags)

#define ON_NAME(name, given, types, path, record, ...)                                \
  int name given {                                                                    \
    REAL(int, name, types);                                                           \
    if (!is_watched(path)) return real(__VA_ARGS__);                                  \
    int done;                                                                         \
    LOCKED(done = real(__VA_ARGS__); if (done == 0) record;)                          \
    return done;                                                                      \
  }
#define MOVED tell(RENAMED, below(from), inode_at(to), 0, below(to), strlen(below(to)))
ON_NAME(rename, (const char *from, const char *to), ARGS(const char *, const char *), to, MOVED, from, to)
ON_NAME(renameat, (int one, const char *from, int other, const char *to), ARGS(int, const char *, int, const char *), to, MOVED, one, from, other, to)
ON_NAME(unlink, (const char *path), ARGS(const char *), path, tell(UNLINKED, below(path), 0, 0, 0, 0), path)
ON_NAME(remove, (const char *path), ARGS(const char *), path, tell(UNLINKED, below(path), 0, 0, 0, 0), path)
ON_NAME(rmdir, (const char *path), ARGS(const char *), path, tell(UNLINKED, below(path), 0, 0, 0, 0), path)
ON_NAME(unlinkat, (int at, const char *path, int flags), ARGS(int, const char *, int), path, tell(UNLINKED, below(path), 0, 0, 0, 0), at, path, flags)
ON_NAME(mkdir, (const char *path, mode_t mode), ARGS(const char *, mode_t), path, tell(FOLDER, below(path), inode_at(path), 0, 0, 0), path, mode)
ON_NAME(link, (const char *from, const char *to), ARGS(const char *, const char *), to, tell(UNKNOWN, "link", 0, 0, 0, 0), from, to)
ON_NAME(symlink, (const char *from, const char *to), ARGS(const char *, const char *), to, tell(UNKNOWN, "symlink", 0, 0, 0, 0), from, to)
ON_NAME(truncate, (const char *path, off_t size), ARGS(const char *, off_t), path, tell(SIZED, 0, inode_at(path), size, 0, 0), path, size)
