# Sourced by the commands beside it: builds the benchmarks, and the plain jars of the services whose code they call, when
# a source is newer than the last build. Expects root; sets module.

module=$root/deploy/bench

build_bench() {
  local profile=$root/customer-profile-service gateway=$root/channel-gateway stamp=$module/target/built.stamp
  if [ ! -e "$stamp" ] || [ -n "$(find "$root/pom.xml" "$module/pom.xml" "$module/src/main" "$profile/pom.xml" \
      "$profile/src/main" "$gateway/pom.xml" "$gateway/src/main" -newer "$stamp" -print -quit)" ]; then
    need_maven
    mkdir -p "$module/target"
    touch "$stamp.part"
    # Packaging the services to run is left out: that would pull their jars away from under a running Carryon.
    (cd "$root" && mvn -B -ntp -q -Dmaven.test.skip=true -Dquarkus.build.skip=true -pl deploy/bench -am package) </dev/null
    mv "$stamp.part" "$stamp"
  fi
}
