/** JMH benchmarks of single pieces of code, and the command that runs them. Uses what it measures. */
@NullMarked
package org.podium.bench.micro;

import org.jspecify.annotations.NullMarked;
