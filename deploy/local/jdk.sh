# Sourced by deploy/run and deploy/verify: finds a JDK and Maven, or says what to install.
# Works with bash 3.2, which is what macOS has.

oldest_java=21

# Prints the feature release of the JDK in folder $1, or nothing if there is no JDK.
jdk_release() {
  local version=""
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  if [ -z "$version" ]; then
    version=$("$1/bin/javac" -version 2>&1 </dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  printf '%s' "$version"
}

# Prints the folders where a JDK may be, one a line; other places than the usual ones by CARRYON_JDK_FOLDERS.
jdk_candidates() {
  local javac
  if javac=$(command -v javac); then
    while [ -L "$javac" ]; do
      case "$(readlink "$javac")" in
        /*) javac=$(readlink "$javac") ;;
        *) javac=$(dirname "$javac")/$(readlink "$javac") ;;
      esac
    done
    printf '%s\n' "$(dirname "$(dirname "$javac")")"
  fi
  local pattern folder
  for pattern in ${CARRYON_JDK_FOLDERS-"/usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /opt/jdk/* /usr/local/* \
      $HOME/.sdkman/candidates/java/* $HOME/.jdks/* $HOME/.asdf/installs/java/* $HOME/.local/share/mise/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home $HOME/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home"}; do
    for folder in $pattern; do
      [ -d "$folder" ] && printf '%s\n' "$folder"
    done
  done
  return 0
}

# Sets JAVA_HOME: the one that is set when it is new enough, because someone chose it, else the newest there is.
use_jdk() {
  local best="" best_release=0 folder release
  if [ -n "${JAVA_HOME:-}" ]; then
    release=$(jdk_release "$JAVA_HOME")
    if [ -n "$release" ] && [ "$release" -ge "$oldest_java" ]; then
      export JAVA_HOME
      return 0
    fi
  fi
  while IFS= read -r folder; do
    release=$(jdk_release "$folder")
    if [ -n "$release" ] && [ "$release" -ge "$oldest_java" ] && [ "$release" -gt "$best_release" ]; then
      best=$folder
      best_release=$release
    fi
  done <<EOF
$(jdk_candidates)
EOF
  if [ -z "$best" ]; then
    cat >&2 <<EOF
Carryon needs a JDK (a Java with its compiler), version $oldest_java or newer; 25 starts fastest. None was found
by JAVA_HOME, on the PATH or in the usual folders. Install one and try again:
  Debian, Ubuntu   apt install openjdk-21-jdk-headless     (newer where there is one)
  Fedora           dnf install java-latest-openjdk-devel
  macOS            brew install openjdk
  anything         https://adoptium.net; then set JAVA_HOME to its folder
EOF
    return 1
  fi
  export JAVA_HOME=$best
}

need_maven() {
  if ! command -v mvn >/dev/null; then
    cat >&2 <<EOF
Carryon is built by Maven 3.8.7 or newer, and there is no 'mvn' on the PATH. Install it and try again:
  Debian, Ubuntu   apt install maven
  Fedora           dnf install maven
  macOS            brew install maven
  anything         https://maven.apache.org/download.cgi
EOF
    return 1
  fi
}
