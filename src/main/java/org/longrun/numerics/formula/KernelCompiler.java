package org.longrun.numerics.formula;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;

/** Java source → a class of this package, hidden from everything else. */
final class KernelCompiler {
  /** The name of every compiled class; hidden classes may share it. */
  static final String NAME = "Kernel";

  private KernelCompiler() {}

  /** An instance of the class that the source declares. */
  static Object compile(String source) {
    try {
      return MethodHandles.lookup()
          .defineHiddenClass(bytecode(source), true)
          .lookupClass()
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a compiled formula could not be loaded", impossible);
    }
  }

  /** The class file. */
  static byte[] bytecode(String source) {
    try {
      SimpleCompiler compiler = new SimpleCompiler();
      compiler.setParentClassLoader(KernelCompiler.class.getClassLoader());
      compiler.cook(source);
      Map<String, byte[]> classes = compiler.getBytecodes();
      return classes.values().iterator().next();
    } catch (CompileException impossible) {
      throw new IllegalStateException("a formula's code did not compile", impossible);
    }
  }
}
