using System.Net;
using BacklogHealth.Delivery.Outgoing;
using CsCheck;

namespace BacklogHealth.Tests.Delivery.Outgoing;

public sealed class PublicAddressTests
{
    private static readonly Gen<byte[]> V4 = Gen.OneOf(
        Gen.Byte.Array[4], Start([10]), Start([127]), Start([169, 254]), Start([192, 168]), Gen.Int[16, 31].SelectMany(b => Start([172, (byte)b])), Gen.Int[64, 127].SelectMany(b => Start([100, (byte)b])),
        Start([0]), Gen.Int[224, 255].SelectMany(b => Start([(byte)b])));

    [Fact]
    public void No_address_of_this_machine_or_its_network_is_public() =>
        V4.Sample(b => Assert.False(IsInside(b) && PublicAddress.Is(new IPAddress(b)), new IPAddress(b).ToString()), iter: 20_000);

    [Fact]
    public void An_address_of_IPv4_is_judged_alike_in_whatever_form_it_comes() => V4.Sample(
        b =>
        {
            var bare = PublicAddress.Is(new IPAddress(b));
            Assert.Equal(bare, PublicAddress.Is(new IPAddress(b).MapToIPv6()));
            Assert.Equal(bare, PublicAddress.Is(new IPAddress([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. b])));
            Assert.False(PublicAddress.Is(new IPAddress([0x20, 2, .. b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])));
            Assert.False(PublicAddress.Is(new IPAddress([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. b])));
        }, iter: 20_000);

    [Fact]
    public void Of_IPv6_only_what_is_handed_out_is_public() =>
        Gen.Byte.Array[16].Sample(b => Assert.False(PublicAddress.Is(new IPAddress(b)) && (b[0] & 0xe0) != 0x20), iter: 20_000);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("febf::1")]
    [InlineData("fc00::1")]
    [InlineData("fdff::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2001:0:1::1")]
    [InlineData("2001:db8::1")]
    public void Is_not_public(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::101:101")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450:4001::1")]
    public void Is_public(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    private static bool IsInside(byte[] b) =>
        b[0] is 0 or 10 or 127 or >= 224 || (b[0] == 100 && b[1] is >= 64 and < 128) || (b[0] == 169 && b[1] == 254) || (b[0] == 172 && b[1] is >= 16 and < 32) || (b[0] == 192 && b[1] == 168);

    private static Gen<byte[]> Start(byte[] begin) => Gen.Byte.Array[4 - begin.Length].Select(rest => (byte[])[.. begin, .. rest]);
}
