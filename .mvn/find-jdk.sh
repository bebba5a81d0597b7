# Sourced by mvnw and by bin/hackhub: sets `jdk` to the home of a JDK (or, for bin/hackhub, a JRE) of version 25 or newer.
# Looks at JAVA_HOME, the PATH, then the folders where systems and version managers keep them; of those the oldest fit one.

needed=25

# The feature version of the Java home $1, or 0. Reads its `release` file: no JVM is started to find out.
java_version() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || { echo 0; return; }
  found=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
  echo "${found:-0}"
}

# The Java home that the `java` on the PATH belongs to: its links are followed.
home_on_path() {
  program=$(command -v java) || return 0
  while [ -L "$program" ]; do
    link=$(readlink "$program")
    case $link in
      /*) program=$link ;;
      *) program=$(dirname "$program")/$link ;;
    esac
  done
  (cd "$(dirname "$program")/.." && pwd)
}

# $1 = the program that must be in the home's bin folder: javac to build, java to run.
find_jdk() {
  jdk=
  for candidate in "${JAVA_HOME:-}" "$(home_on_path)"; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/$1" ] && [ "$(java_version "$candidate")" -ge $needed ]; then
      jdk=$candidate
      return
    fi
  done
  oldest=1000
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/openjdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/*; do
    [ -x "$candidate/bin/$1" ] || continue
    version=$(java_version "$candidate")
    if [ "$version" -ge $needed ] && [ "$version" -lt "$oldest" ]; then
      oldest=$version
      jdk=$candidate
    fi
  done
  [ -n "$jdk" ] && return
  echo "HackHub needs a JDK $needed or newer, and none was found in JAVA_HOME, on the PATH or in the usual folders." >&2
  echo "Install one (Debian, Ubuntu: apt install openjdk-$needed-jdk or temurin-$needed-jdk; macOS: brew install openjdk@$needed; any: https://adoptium.net)" >&2
  echo "or point JAVA_HOME at it." >&2
  exit 78
}
